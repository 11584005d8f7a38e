using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Hosting;

/// <summary>Says on the console where to look and, in a rehearsal, who can sign in.</summary>
internal static class StartBanner
{
    public static void AddStartBanner(this WebApplicationBuilder builder) => builder.Services.AddHostedService<Greeting>();

    private sealed class Greeting(IHostApplicationLifetime lifetime, IServiceProvider services, IRehearsal rehearsal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(() => Say(Console.Out));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Say(TextWriter console)
        {
            var addresses = services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
                .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses ?? [];
            console.WriteLine();
            console.WriteLine("Atlas Back Office listens at " + string.Join(" and ", addresses));
            if (rehearsal.IsOn)
            {
                console.WriteLine("This is a rehearsal: partners are stand-ins inside this process, no money moves.");
                foreach (var person in rehearsal.Cast)
                {
                    console.WriteLine($"  {person.Email,-34} {person.Password}");
                }
            }

            console.WriteLine();
        }
    }
}
