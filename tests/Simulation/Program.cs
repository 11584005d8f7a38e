using Simulation.Runs;

return Campaign.Run(args, Console.Out);
