using PolicyGate.Cli;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Worker;

// A worker loads nothing of the command line.
return args is [WorkerLaunch.Word, .. var rest] ? WorkerProgram.Run(rest) : CommandLine.Run(args);
