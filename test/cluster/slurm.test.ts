import { describe, expect, it } from 'vitest'
import { job, missing, skips, WAIT_FOR_HOLDER } from './job.ts'

const why = missing(['slurmctld', 'slurmd', 'sbatch', 'munged', 'ip'])

/** A controller and two nodes on one host, in a network of their own (Slurm wants an address that is not loopback). */
const CLUSTER = `
set -eu
ip link set lo up
ip link add own0 type veth peer name own1
ip addr add 10.77.0.1/24 dev own0
ip link set own0 up
ip link set own1 up
hostname controller
mkdir -m 700 munge
dd if=/dev/urandom bs=1024 count=1 of=munge/key 2>/dev/null
chmod 400 munge/key
munged --force --key-file=$PWD/munge/key --socket=$PWD/munge/socket --pid-file=$PWD/munge/pid \\
  --log-file=$PWD/munge/log --seed-file=$PWD/munge/seed
cat > slurm.conf <<CONF
ClusterName=test
SlurmctldHost=controller(10.77.0.1)
SlurmUser=root
SlurmdUser=root
AuthInfo=socket=$PWD/munge/socket
StateSaveLocation=$PWD/state
SlurmdSpoolDir=$PWD/spool-%n
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd-%n.pid
SlurmctldPort=17000
SlurmctldLogFile=$PWD/slurmctld.log
SlurmdLogFile=$PWD/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
SlurmdTimeout=5
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=node1 NodeHostname=controller NodeAddr=10.77.0.1 Port=17001 CPUs=1
NodeName=node2 NodeHostname=controller NodeAddr=10.77.0.1 Port=17002 CPUs=1
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
mkdir state
export SLURM_CONF=$PWD/slurm.conf
slurmctld
# A node is lost with everything that runs on it: its processes have a namespace of their own.
unshare --pid --fork --kill-child --mount-proc slurmd -D -N node1 & node1=$!
unshare --pid --fork --kill-child --mount-proc slurmd -D -N node2 & node2=$!
for _ in $(seq 100); do [ "$(sinfo -h -t idle -o %D)" = 2 ] && break; sleep 0.2; done
`

describe('a Slurm array job', () => {
  it.skipIf(skips(why))(
    'with one of two nodes killed in the middle of a piece, has every person exactly once',
    () => {
      expect(why).toBeUndefined()
      const { run, results } = job(['pieces.slurm'])
      const { status, log } = run(
        `${CLUSTER}
sbatch --wait --array=0-$(($(ls pieces/*.ndjson | wc -l) - 1)) pieces.slurm &
waiting=$!
${WAIT_FOR_HOLDER}
kill -KILL \${!holder}
for _ in $(seq 200); do sinfo -h -N -t down -o %N | grep -q . && break; sleep 0.2; done
# Slurm starts what it puts back into the queue two minutes later; here somebody asks for it at once.
for task in $(squeue -h -t pending -o %A); do scontrol update JobId=$task StartTime=now; done
wait $waiting
sinfo -N -h -o '%N %T'
`,
        90,
      )
      expect(status, log).toBe(0)
      const holder = /killing (node[12])/.exec(log)?.[1] ?? ''
      expect(log).toMatch(new RegExp(`${holder} down`))
      const { found, whole } = results('join')
      expect(found).toBe(whole)
    },
    120_000,
  )
})
