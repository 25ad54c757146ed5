using System.CommandLine;
using System.Net.Sockets;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The program's commands; it serves when none is named.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "TeacherDevPlan: teacher development plans over GraphQL. Without a command it serves."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction(
            (parsed, cancellation) => Guarded(() => Server.RunAsync([.. parsed.UnmatchedTokens], cancellation))
        );
        root.Subcommands.Add(Import());
        root.Subcommands.Add(CheckCommand.Create(Guarded));
        root.Subcommands.Add(Migrate());
        root.Subcommands.Add(SeedNationalCommand.Create(Guarded));
        root.Subcommands.Add(VerifyLedger());
        root.Subcommands.Add(VerifyAudit());
        root.Subcommands.Add(TokenCommands.Local(Guarded));
        root.Subcommands.Add(TokenCommands.Stored(Guarded));
        root.Subcommands.Add(Health());
        return await root.Parse(args)
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "A plan: the published document as text, or a JSON plan file (docs/plan-file.md).",
        };
        var command = new Command("import", "Brings in a plan file, or says place by place why it is refused.")
        {
            file,
        };
        command.SetAction(
            (parsed, cancellation) => Guarded(() => Commands.ImportAsync(parsed.GetValue(file)!, cancellation))
        );
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database to this version of the program.");
        command.SetAction((_, cancellation) => Guarded(() => Commands.MigrateAsync(cancellation)));
        return command;
    }

    private static Command VerifyLedger()
    {
        var command = new Command(
            "verify-ledger",
            "Compares the whole budget ledger with itself, beside a running service too; ends with 1 on any difference."
        );
        command.SetAction((_, cancellation) => Guarded(() => Commands.VerifyLedgerAsync(cancellation)));
        return command;
    }

    private static Command VerifyAudit()
    {
        var expected = new Option<string?>("--expect")
        {
            Description = "A hash that this command told before: the chain must have passed it.",
        };
        var command = new Command(
            "verify-audit",
            "Compares the audit trail with its chain of hashes, beside a running service too; ends with 1 on any fault."
        )
        {
            expected,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded(() => Commands.VerifyAuditAsync(parsed.GetValue(expected)?.ToLowerInvariant(), cancellation))
        );
        return command;
    }

    private static Command Health()
    {
        var command = new Command(
            "health",
            "Asks the service on this machine whether it is ready; for container health checks."
        );
        command.SetAction((_, cancellation) => Guarded(() => Commands.HealthAsync(cancellation)));
        return command;
    }

    /// <summary>What the person who runs it can do something about is a message, not a stack trace.</summary>
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
        catch (IOException exception)
            when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Fail($"{exception.Message} Choose another address with --urls http://127.0.0.1:5081.");
        }
        catch (Npgsql.NpgsqlException exception)
            when (exception.InnerException is SocketException or TimeoutException
                || exception is Npgsql.PostgresException
            )
        {
            return Fail($"The database does not answer as it should: {exception.Message}");
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
