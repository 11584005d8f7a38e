return args switch
{
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Simulation -- --schedules N [--seed S]");
    return 2;
}
