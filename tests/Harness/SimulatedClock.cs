using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Harness;
using TeacherDevPlan.Infrastructure.Persistence;

[assembly: HostingStartup(typeof(SimulatedClock))]

namespace TeacherDevPlan.Harness
{
    /// <summary>
    /// Gives a process of the service a machine whose clock is wrong. ASP.NET Core loads this class into the process because
    /// environment variables name the assembly, so the service itself needs no hook for tests.
    /// </summary>
    public sealed class SimulatedClock : IHostingStartup
    {
        private const string Setting = "SIMULATED_CLOCK_FILE";

        /// <summary>The environment variables of a process whose clock is wrong by what the file says, in seconds.</summary>
        internal static IEnumerable<(string Name, string Value)> Environment(string file) =>
            [
                (Setting, file),
                ("DOTNET_STARTUP_HOOKS", typeof(SimulatedClock).Assembly.Location),
                ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(SimulatedClock).Assembly.GetName().Name!),
            ];

        public void Configure(IWebHostBuilder builder)
        {
            if (System.Environment.GetEnvironmentVariable(Setting) is not { } file)
                return;
            builder.ConfigureServices(services =>
                services.AddSingleton(provider => new DatabaseClock(
                    provider.GetRequiredService<PlanDatabase>(),
                    new WrongClock(file)
                ))
            );
        }

        /// <summary>Reads the file each time, so the clock can jump while the process runs.</summary>
        private sealed class WrongClock(string file) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() =>
                base.GetUtcNow().AddSeconds(double.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>Found by .NET under this name when DOTNET_STARTUP_HOOKS names the assembly, which is thereby loaded.</summary>
internal static class StartupHook
{
    public static void Initialize() { }
}
