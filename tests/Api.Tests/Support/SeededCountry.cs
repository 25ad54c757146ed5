using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests;

/// <summary>A database with the plans of a small country, of two fiscal years.</summary>
internal static class SeededCountry
{
    public static async Task<DatabaseLogins> CreateAsync(TestServer server, int offices, int disbursements)
    {
        var logins = await server.CreateDatabaseAsync();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = logins.Service,
            ["ConnectionStrings__Owner"] = logins.Owner,
        };
        using (var migrate = Programs.Start(settings, "migrate"))
            await Programs.OutputAsync(migrate);
        string[] country = ["--offices", $"{offices}", "--years", "2", "--disbursements", $"{disbursements}"];
        using var seed = Programs.Start(settings, ["seed-national", .. country, "--last-day", "2024-11-20"]);
        await Programs.OutputAsync(seed);
        return logins;
    }
}
