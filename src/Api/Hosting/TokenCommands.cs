using System.CommandLine;
using Mediator;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands that print tokens; they print nothing else to standard output.</summary>
internal static class TokenCommands
{
    /// <summary>Prints a token that is signed with the local key.</summary>
    public static Command Local(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var (roles, offices, name) = Holder();
        var hours = new Option<int>("--hours")
        {
            Description = "Validity in hours, 1 to 8784.",
            DefaultValueFactory = _ => 24,
        };
        var command = new Command(
            "token",
            "Prints a token that the service on this machine accepts; not available in production."
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
                    throw new HostingException($"--hours is {time}; it must be 1 to 8784.");
                var configuration = Server.CreateBuilder([]).Configuration;
                SettingsCheck.Check(configuration);
                var local =
                    AuthMode.LocalTokensOf(configuration)
                    ?? throw new HostingException(
                        "Local tokens are not available in production. Use a token of the issuer, or create one with 'access-token'."
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

    /// <summary>Creates a revocable token in the database.</summary>
    public static Command Stored(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var (roles, offices, name) = Holder();
        name.Required = true;
        var days = new Option<int>("--days")
        {
            Description = $"Validity in days, 1 to {CreateAccessTokenValidator.MaxDays}.",
            DefaultValueFactory = _ => 90,
        };
        var command = new Command(
            "access-token",
            "Creates an access token in the database and prints it. It cannot be printed again."
        )
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

    /// <summary>
    /// The default name contains the offices, so that officers of different offices have separate idempotency keys.
    /// </summary>
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
                Description = $"One or more of {string.Join(", ", RoleText.All)}.",
                Required = true,
                AllowMultipleArgumentsPerToken = true,
            },
            new Option<string[]>("--office")
            {
                Description = $"Codes of the offices that the roles apply to, e.g. TH-43-P2, or {Caller.Ministry}.",
                AllowMultipleArgumentsPerToken = true,
            },
            new Option<string?>("--name") { Description = "The name under which the holder's actions are recorded." }
        );

    /// <summary>At the command line, an approver without an office is an approver of the ministry.</summary>
    private static (IReadOnlyList<Role> Roles, IReadOnlyList<string> Offices) Check(string[] names, string[] offices)
    {
        List<Role> roles =
        [
            .. names.Select(text =>
                RoleText.Find(text)
                ?? throw new HostingException(
                    $"There is no role '{text}'. The roles are {string.Join(", ", RoleText.All)}."
                )
            ),
        ];
        if (offices.Length == 0 && roles is [Role.Approver])
            offices = [Caller.Ministry];
        if (offices.FirstOrDefault(office => !RoleOffices.IsOffice(office)) is { } wrong)
            throw new HostingException(
                $"'{wrong}' is no office's code, such as TH-43-P2, and not {Caller.Ministry} either."
            );
        if (!RoleOffices.Fit(roles, offices))
            throw new HostingException(
                $"{string.Join(", ", roles.Select(RoleText.Of))}: specify the office, e.g. --office TH-43-P2."
            );
        return (roles, offices);
    }
}
