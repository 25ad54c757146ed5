using System.CommandLine;
using System.Net.Sockets;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands of the program; without a command, it serves.</summary>
internal static class CommandLine
{
    /// <param name="development">What only a program for development offers; null for the one of production.</param>
    public static async Task<int> RunAsync(string[] args, IDevelopmentData? development = null)
    {
        var root = new RootCommand(
            "TeacherDevPlan: a GraphQL service for teacher development plans. Without a command, it starts the service."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction(
            (parsed, cancellation) =>
                Guarded(() =>
                {
                    Settings.CheckArguments(parsed.UnmatchedTokens, root.Subcommands.Select(command => command.Name));
                    return Server.RunAsync([.. parsed.UnmatchedTokens], development?.SamplePlan, cancellation);
                })
        );
        root.Subcommands.Add(Import());
        root.Subcommands.Add(CheckCommand.Create(Guarded));
        root.Subcommands.Add(Migrate());
        foreach (var command in development?.Commands(Guarded) ?? [])
            root.Subcommands.Add(command);
        root.Subcommands.Add(VerifyLedger());
        root.Subcommands.Add(AuditCommands.Verify(Guarded));
        root.Subcommands.Add(AuditCommands.Archive(Guarded));
        root.Subcommands.Add(TokenCommands.Local(Guarded));
        root.Subcommands.Add(TokenCommands.Stored(Guarded));
        var parsed = root.Parse(args);
        // The service's own arguments are settings; a command's are all declared.
        if (parsed.CommandResult.Command is { } chosen && chosen != root && parsed.UnmatchedTokens is [var token, ..])
            return Fail(Unknown(chosen, token));
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        // The service ends within its own settings; commands have the two seconds that are the default.
        if (parsed.CommandResult.Command == root)
            invocation.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        return await parsed.InvokeAsync(invocation);
    }

    private static string Unknown(Command command, string token)
    {
        var options = command.Options.Select(option => option.Name).Append("--help");
        return $"The command '{command.Name}' does not know '{token}'. Did you mean '{Nearest.Of(token, options).Name}'?";
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "The published document as text, or a JSON plan file (docs/plan-file.md).",
        };
        var publish = new Option<bool>("--publish")
        {
            Description = "Publishes the plan. Otherwise only its office sees it, until publishPlan.",
        };
        var command = new Command("import", "Imports a plan, or lists the errors for which it is rejected.")
        {
            file,
            publish,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded(() => Commands.ImportAsync(parsed.GetValue(file)!, parsed.GetValue(publish), cancellation))
        );
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Migrates the database to this version of the program.");
        command.SetAction((_, cancellation) => Guarded(() => Commands.MigrateAsync(cancellation)));
        return command;
    }

    private static Command VerifyLedger()
    {
        var command = new Command(
            "verify-ledger",
            "Checks the budget ledger for consistency. Can run next to the service. Exits with 1 if there is a difference."
        );
        command.SetAction((_, cancellation) => Guarded(() => Commands.VerifyLedgerAsync(cancellation)));
        return command;
    }

    /// <summary>Prints failures that the user can fix as a message instead of a stack trace.</summary>
    private static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (HostingException exception)
        {
            return Fail(exception.Message);
        }
        catch (InvalidDataException exception)
        {
            return Fail($"{exception.Message} {exception.InnerException?.Message}".TrimEnd());
        }
        catch (Npgsql.NpgsqlException exception)
            when (exception.InnerException is SocketException or TimeoutException
                || exception is Npgsql.PostgresException
            )
        {
            const string pooler =
                " A connection pooler is in between: set Database__Pooler=true, and name the server itself in ConnectionStrings__Owner.";
            var hint = exception.Message.Contains("startup parameter", StringComparison.Ordinal) ? pooler : "";
            return Fail($"The database reports an error: {exception.Message}{hint}");
        }
        catch (StoreUnavailableException outage)
        {
            return Fail($"The database reports an error: {outage.InnerException!.Message}");
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped.");
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
