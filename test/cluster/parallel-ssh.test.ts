import { describe, expect, it } from 'vitest'
import { job, missing, skips, WAIT_FOR_HOLDER } from './job.ts'

const why = missing(['parallel', 'rsync', 'ssh', '/usr/sbin/sshd', 'ip'])

/** Two hosts: namespaces for network, processes, name and /var/tmp, joined by a cable each, with an ssh server. */
const HOSTS = `
set -eu
mount -t tmpfs tmpfs /run && mkdir /run/sshd
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -t ed25519 -N '' -f hostkey
cat > host.sh <<'HOST'
hostname node$1
mount -t tmpfs tmpfs /var/tmp
# What root's shell does at its start on this machine is no part of the test, and may wait for a lock.
[ ! -e ~root/.bashrc ] || mount --bind /dev/null ~root/.bashrc
for _ in $(seq 100); do ip link show own >/dev/null 2>&1 && break; sleep 0.1; done
ip link set lo up
ip addr add 10.77.$1.2/24 dev own
ip link set own up
exec /usr/sbin/sshd -D -e -f sshd$1
HOST
start_host() {
  printf '%s\\n' "ListenAddress 10.77.$1.2" "HostKey $PWD/hostkey" "AuthorizedKeysFile $PWD/key.pub" \\
    'StrictModes no' 'UsePAM no' 'PidFile none' "SetEnv PATH=$PATH" > sshd$1
  unshare --net --pid --mount --uts --fork --kill-child --mount-proc bash host.sh $1 &
  host=$!
  until [ "$(readlink /proc/$host/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done
  ip link add cable$1 type veth peer name own netns $host
  ip addr add 10.77.$1.1/24 dev cable$1
  ip link set cable$1 up
}
ip link set lo up
start_host 1; node1=$host
start_host 2; node2=$host
printf '%s\\n' 'Host node1' 'HostName 10.77.1.2' 'Host node2' 'HostName 10.77.2.2' 'Host *' \\
  "IdentityFile $PWD/key" 'StrictHostKeyChecking no' 'UserKnownHostsFile /dev/null' 'LogLevel ERROR' > ssh_config
mount --bind ssh_config /etc/ssh/ssh_config
for name in node1 node2; do
  for _ in $(seq 100); do ssh -o ConnectTimeout=1 $name true 2>/dev/null && break; sleep 0.1; done
done
`

describe('GNU parallel over ssh', () => {
  it.skipIf(skips(why))(
    'with one of two hosts killed in the middle of a piece, has every person exactly once',
    () => {
      expect(why).toBeUndefined()
      const { run, results } = job(['parallel-ssh.sh'])
      const { status, log } = run(
        `${HOSTS}
sh parallel-ssh.sh & running=$!
${WAIT_FOR_HOLDER}
kill -KILL \${!holder}
wait $running
`,
        120,
      )
      expect(status, log).toBe(0)
      const holder = /killing (node[12])/.exec(log)?.[1] ?? ''
      expect(holder).not.toBe('')
      const { found, whole } = results('join')
      expect(found).toBe(whole)
    },
    150_000,
  )
})
