$NEXTLINE walk --for clinician --plain; stty -a; echo status=$?
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician ; stty -a; echo status=$?
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician --plain
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
$NEXTLINE walk --for clinician 
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician --plain
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
echo the shell reads $((40 + 2))
fg
$NEXTLINE walk --for clinician 
$NEXTLINE walk --for clinician 
