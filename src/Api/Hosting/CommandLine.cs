using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using Npgsql;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Api.Hosting.Messages;
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
        // The name of a file may begin with @, which would stand for a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (FaultsIn(parsed, args) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
                console.Complain(fault);
            return 1;
        }

        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        // The service ends within its own settings; commands have the two seconds that are the default.
        if (parsed.CommandResult.Command == root)
            invocation.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        return await parsed.InvokeAsync(invocation);
    }

    /// <summary>A line for each argument that cannot be right. Help is asked for by name.</summary>
    private static IReadOnlyList<LocalText> FaultsIn(ParseResult parsed, string[] args)
    {
        var command = parsed.CommandResult.Command;
        if (args.Any(string.IsNullOrWhiteSpace))
            return
            [
                new LocalText(
                    "An argument is empty. Does a variable of the shell have no value?",
                    "มีอาร์กิวเมนต์ว่าง โปรดตรวจสอบว่าตัวแปรของเชลล์มีค่า"
                ),
            ];
        // The service's own arguments are settings; a command's are all declared.
        if (command is RootCommand || parsed.Action is HelpAction)
            return [];
        // An option that takes several values would take an unknown option for one.
        var taken = command
            .Options.Where(option => option.AllowMultipleArgumentsPerToken)
            .SelectMany(option => parsed.GetResult(option)?.Tokens ?? [])
            .Select(token => token.Value)
            .Where(value => value.StartsWith("--", StringComparison.Ordinal));
        if (parsed.UnmatchedTokens.Concat(taken).FirstOrDefault() is { } unknown)
            return [Unknown(command, unknown)];
        return [.. parsed.Errors.Select(error => error.Message).Distinct().Select(message => Wrong(command, message))];
    }

    private static LocalText Wrong(Command command, string message)
    {
        // The library ends some messages with the name of a .NET type, which tells a user nothing.
        var plain = message
            .Split(" as expected type ")[0]
            .Replace(Environment.NewLine, " ", StringComparison.Ordinal)
            .Replace('\t', ' ')
            .TrimEnd(' ', '.');
        return new LocalText(
            $"{plain}. './run {command.Name} --help' tells what the command takes.",
            $"คำสั่ง '{command.Name}' ไม่ถูกต้อง: {plain} ดูวิธีใช้ด้วย './run {command.Name} --help'"
        );
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
        // Its cause may be that the database ended a statement.
        catch (OperationCanceledException)
        {
            console.Complain(new LocalText("Stopped.", "หยุดการทำงานแล้ว"));
            return 1;
        }
        catch (InvalidDataException exception)
        {
            return Fail(console, $"{exception.Message} {exception.InnerException?.Message}".TrimEnd());
        }
        catch (Exception exception)
            when (exception.GetBaseException() is NpgsqlException or SocketException or TimeoutException)
        {
            return Fail(console, $"The database reports an error: {ReasonOf(exception)}");
        }
        catch (Exception exception)
        {
            var cause = exception.GetBaseException();
            var place = cause.TargetSite is { } method ? $" in {method.DeclaringType}.{method.Name}" : "";
            return Fail(console, $"The program failed: {InLine(cause.Message)} ({cause.GetType().Name}{place})");
        }
    }

    private static string ReasonOf(Exception exception)
    {
        var cause = exception.GetBaseException();
        while (exception is not NpgsqlException && exception.InnerException is { } inner)
            exception = inner;
        // What failed, such as connecting to which server, and why.
        if (cause is not PostgresException { SqlState: var state, MessageText: var text })
            return InLine(cause == exception ? cause.Message : $"{exception.Message}: {cause.Message}");
        var remedy =
            text.Contains("startup parameter", StringComparison.Ordinal)
                ? " A connection pooler is in between: set Database__Pooler=true, and name the server itself in ConnectionStrings__Owner."
            : state == PostgresErrorCodes.InsufficientPrivilege
                ? " Is this for the owner's login, in ConnectionStrings__Owner?"
            : "";
        return $"{text} ({state}).{remedy}";
    }

    private static string InLine(string message) => message.ReplaceLineEndings(" ");

    /// <summary>
    /// These messages are for whoever operates the service, who needs them as they are; an officer is told to pass them on.
    /// </summary>
    private static int Fail(OfficerConsole console, string message)
    {
        console.Complain(new LocalText(message, $"ระบบขัดข้อง โปรดแจ้งข้อความนี้แก่ผู้ดูแลระบบ: {message}"));
        return 1;
    }
}
