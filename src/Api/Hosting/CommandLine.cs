using System.CommandLine;
using System.Net.Sockets;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands of the program; without a command, it serves.</summary>
internal static class CommandLine
{
    /// <param name="development">What only a program for development offers; null for the one of production.</param>
    public static async Task<int> RunAsync(string[] args, IDevelopmentData? development = null)
    {
        var console = OfficerConsole.Of(args);
        var root = new RootCommand(
            "TeacherDevPlan: a GraphQL service for teacher development plans. Without a command, it starts the service."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        Task<int> Guarded(Func<Task<int>> run) => GuardedAsync(run, console);
        root.SetAction(
            (parsed, cancellation) =>
                Guarded(() =>
                {
                    SettingsCheck.CheckArguments(
                        parsed.UnmatchedTokens,
                        root.Subcommands.Select(command => command.Name)
                    );
                    return Server.RunAsync([.. parsed.UnmatchedTokens], development?.SamplePlan, cancellation);
                })
        );
        root.Subcommands.Add(ImportCommand.Create(console, Guarded));
        root.Subcommands.Add(ImportStaffCommand.Create(console, Guarded));
        root.Subcommands.Add(ExportCommand.Create(console, Guarded));
        root.Subcommands.Add(CheckCommand.Create(console, Guarded));
        root.Subcommands.Add(Migrate(Guarded));
        foreach (var command in development?.Commands(Guarded) ?? [])
            root.Subcommands.Add(command);
        root.Subcommands.Add(VerifyLedger(Guarded));
        root.Subcommands.Add(VerifyPeople(Guarded));
        root.Subcommands.Add(AuditCommands.Verify(Guarded));
        root.Subcommands.Add(AuditCommands.Archive(Guarded));
        root.Subcommands.Add(TokenCommands.Local(Guarded));
        root.Subcommands.Add(TokenCommands.Stored(Guarded));
        var parsed = root.Parse(args);
        // The service's own arguments are settings; a command's are all declared.
        if (parsed.CommandResult.Command is { } chosen && chosen != root && parsed.UnmatchedTokens is [var token, ..])
        {
            console.Complain(Unknown(chosen, token));
            return 1;
        }

        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        // The service ends within its own settings; commands have the two seconds that are the default.
        if (parsed.CommandResult.Command == root)
            invocation.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        return await parsed.InvokeAsync(invocation);
    }

    private static LocalText Unknown(Command command, string token)
    {
        var nearest = Nearest.Of(token, command.Options.Select(option => option.Name).Append("--help")).Name;
        return new LocalText(
            $"The command '{command.Name}' does not know '{token}'. Did you mean '{nearest}'?",
            $"คำสั่ง '{command.Name}' ไม่รู้จัก '{token}' หมายถึง '{nearest}' หรือไม่"
        );
    }

    private static Command Migrate(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var command = new Command("migrate", "Migrates the database to this version of the program.");
        command.SetAction((_, cancellation) => guarded(() => Commands.MigrateAsync(cancellation)));
        return command;
    }

    private static Command VerifyLedger(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var command = new Command(
            "verify-ledger",
            "Checks the budget ledger for consistency. Can run next to the service. Exits with 1 if there is a difference."
        );
        command.SetAction((_, cancellation) => guarded(() => Commands.VerifyLedgerAsync(cancellation)));
        return command;
    }

    private static Command VerifyPeople(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var command = new Command(
            "verify-people",
            "Checks the registry of people, surveys of needs and individual development plans for consistency. Can run next to the service. Exits with 1 if there is a difference."
        );
        command.SetAction((_, cancellation) => guarded(() => Commands.VerifyPeopleAsync(cancellation)));
        return command;
    }

    /// <summary>Prints failures that the user can fix as a message instead of a stack trace.</summary>
    private static async Task<int> GuardedAsync(Func<Task<int>> run, OfficerConsole console)
    {
        try
        {
            return await run();
        }
        catch (HostingException exception)
        {
            return Fail(console, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            return Fail(console, $"{exception.Message} {exception.InnerException?.Message}".TrimEnd());
        }
        catch (Npgsql.NpgsqlException exception)
            when (exception.InnerException is SocketException or TimeoutException
                || exception is Npgsql.PostgresException
            )
        {
            const string pooler =
                " A connection pooler is in between: set Database__Pooler=true, and name the server itself in ConnectionStrings__Owner.";
            var hint = exception.Message.Contains("startup parameter", StringComparison.Ordinal) ? pooler : "";
            return Fail(console, $"The database reports an error: {exception.Message}{hint}");
        }
        catch (StoreUnavailableException outage)
        {
            return Fail(console, $"The database reports an error: {outage.InnerException!.Message}");
        }
        catch (OperationCanceledException)
        {
            console.Complain(new LocalText("Stopped.", "หยุดการทำงานแล้ว"));
            return 1;
        }
    }

    /// <summary>
    /// These messages are for whoever operates the service, who needs them as they are; an officer is told to pass them on.
    /// </summary>
    private static int Fail(OfficerConsole console, string message)
    {
        console.Complain(new LocalText(message, $"ระบบขัดข้อง โปรดแจ้งข้อความนี้แก่ผู้ดูแลระบบ: {message}"));
        return 1;
    }
}
