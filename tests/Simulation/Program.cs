using Simulation.Runs;
using Simulation.SmallScope;

return args is ["small-scope", ..] ? SmallScopeRun.Execute(Console.Out) : Campaign.Run(args, Console.Out);
