using System.CommandLine;
using Mediator;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands that print tokens: nothing else goes to standard output.</summary>
internal static class TokenCommands
{
    /// <summary>Signed with the machine's key.</summary>
    public static Command Local(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var (roles, offices, name) = Holder();
        var hours = new Option<int>("--hours")
        {
            Description = "How long it is good; 1 to 8784.",
            DefaultValueFactory = _ => 24,
        };
        var command = new Command(
            "token",
            "Prints a token that the service on this machine accepts; not in production."
        )
        {
            roles,
            offices,
            name,
            hours,
        };
        command.SetAction(parsed =>
            guarded(() =>
            {
                var (held, of) = Check(parsed.GetValue(roles)!, parsed.GetValue(offices)!);
                var time = parsed.GetValue(hours);
                if (time is < 1 or > 8784)
                    throw new HostingException($"--hours is {time}; a token is good for 1 to 8784 hours.");
                var configuration = Host.CreateApplicationBuilder().Configuration;
                var local =
                    AuthMode.LocalTokensOf(configuration)
                    ?? throw new HostingException(
                        "In production there are no tokens of this machine. Use the issuer's, or make one with 'access-token'."
                    );
                var who = parsed.GetValue(name) ?? NameOf(held, of);
                if (!Callers.IsName(who))
                    throw new HostingException("--name takes 1 to 200 visible characters.");
                Console.WriteLine(local.Issue(who, held, of, DateTimeOffset.UtcNow, TimeSpan.FromHours(time)));
                return Task.FromResult(0);
            })
        );
        return command;
    }

    /// <summary>Kept in the database, and revocable.</summary>
    public static Command Stored(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var (roles, offices, name) = Holder();
        name.Required = true;
        var days = new Option<int>("--days")
        {
            Description = $"How long it is good; 1 to {CreateAccessTokenValidator.MaxDays}.",
            DefaultValueFactory = _ => 90,
        };
        var command = new Command("access-token", "Makes an access token in the database and prints it, this once.")
        {
            roles,
            offices,
            name,
            days,
        };
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                {
                    var (held, of) = Check(parsed.GetValue(roles)!, parsed.GetValue(offices)!);
                    var expires = DateTimeOffset.UtcNow.AddDays(Math.Clamp(parsed.GetValue(days), -1, 10_000));
                    var make = new CreateAccessToken(parsed.GetValue(name)!, held, of, expires);
                    return Commands.WithDatabaseAsync(
                        services => MakeAsync(services, make, cancellation),
                        cancellation
                    );
                })
        );
        return command;
    }

    /// <summary>Officers of different offices have different names, and so idempotency keys of their own.</summary>
    private static string NameOf(IReadOnlyList<Role> roles, IReadOnlyList<string> offices) =>
        string.Join('+', roles.Select(RoleText.Of)) + (offices.Count == 0 ? "" : $"@{string.Join('+', offices)}");

    private static async Task<int> MakeAsync(
        IServiceProvider services,
        CreateAccessToken make,
        CancellationToken cancellationToken
    )
    {
        var result = await services.GetRequiredService<ISender>().Send(make, cancellationToken);
        if (!result.Succeeded)
            throw new HostingException(string.Join(Environment.NewLine, result.Errors.Select(error => error.Message)));
        Console.WriteLine(result.Value.Secret);
        return 0;
    }

    private static (Option<string[]> Roles, Option<string[]> Offices, Option<string?> Name) Holder() =>
        (
            new Option<string[]>("--role")
            {
                Description = $"One or several of {string.Join(", ", RoleText.All)}.",
                Required = true,
                AllowMultipleArgumentsPerToken = true,
            },
            new Option<string[]>("--office")
            {
                Description = $"The codes of the offices that the roles are held for: TH-43-P2, or {Caller.Ministry}.",
                AllowMultipleArgumentsPerToken = true,
            },
            new Option<string?>("--name") { Description = "What is recorded beside what its holder does." }
        );

    /// <summary>At the command line, an approver without an office is one of the ministry.</summary>
    private static (IReadOnlyList<Role> Roles, IReadOnlyList<string> Offices) Check(string[] names, string[] offices)
    {
        List<Role> roles =
        [
            .. names.Select(text =>
                RoleText.Find(text)
                ?? throw new HostingException(
                    $"There is no role '{text}'; there are {string.Join(", ", RoleText.All)}."
                )
            ),
        ];
        if (offices.Length == 0 && roles is [Role.Approver])
            offices = [Caller.Ministry];
        if (!RoleOffices.Fit(roles, offices))
            throw new HostingException(
                $"{string.Join(", ", roles.Select(RoleText.Of))}: name the office with --office TH-43-P2."
            );
        return (roles, offices);
    }
}
