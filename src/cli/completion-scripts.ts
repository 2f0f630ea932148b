/** The shells that `nextline completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

// Each script calls `nextline completion candidates -- <words so far>`, which prints a line for each candidate, with a
// tab before its meaning. A first line `:files` asks the shell for file names. Sourcing a script twice is harmless.

/**
 * bash splits words at "=" and replaces only the part after the last one. Works in bash 3.2, without bash-completion.
 */
const BASH = `_nextline() {
  local line=\${COMP_LINE:0:COMP_POINT} current prefix= candidate IFS=$' \\t\\n'
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=\${words[\${#words[@]}-1]}
  [[ $current == *=* && $COMP_WORDBREAKS == *=* ]] && prefix="\${current%=*}="
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate _; do
    [[ $candidate == :files ]] && return
    COMPREPLY+=("\${candidate#"$prefix"}")
  done < <("\${words[0]}" completion candidates -- "\${words[@]:1}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
    type compopt &>/dev/null && compopt -o nospace
  fi
}
complete -o default -F _nextline nextline
`

const ZSH = `#compdef nextline
_nextline() {
  local line value
  local -a lines values shown open openshown
  lines=("\${(@f)$("\${words[1]}" completion candidates -- "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  if [[ \${lines[1]} == :files ]]; then
    _files
    return
  fi
  for line in $lines; do
    value=\${line%%$'\\t'*}
    if [[ $value == *= ]]; then
      open+=("$value")
      openshown+=("\${line/$'\\t'/  }")
    else
      values+=("$value")
      shown+=("\${line/$'\\t'/  }")
    fi
  done
  (( $#open )) && compadd -l -d openshown -S '' -a open
  (( $#values )) && compadd -l -d shown -a values
}
if [[ \${funcstack[1]} == _nextline ]]; then
  _nextline "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _nextline nextline
fi
`

const FISH = `function __nextline_candidates
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    set -l lines ($words[1] completion candidates -- $words[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = :files
        __fish_complete_path "$current"
    else
        printf '%s\\n' $lines
    end
end
complete --command nextline --erase
complete --command nextline --no-files --arguments '(__nextline_candidates)'
`

export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH }
