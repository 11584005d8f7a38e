Console.Error.WriteLine("dotnet run -c Release --project tests/Simulation -- --schedules N [--seed S]");
return args.Length == 0 ? 0 : 2;
