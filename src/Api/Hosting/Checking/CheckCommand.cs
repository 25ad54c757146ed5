using System.CommandLine;
using System.Globalization;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// Checks a plan file without a database. The exit code is 0 if there are at most warnings, 1 if there are errors, and
/// 2 if the file cannot be read as a plan.
/// </summary>
internal static class CheckCommand
{
    private const int Errors = 1;
    private const int Unreadable = 2;

    /// <summary>For files of at least this size, the progress is reported.</summary>
    private const int LongFile = 1024 * 1024;

    private static readonly Dictionary<string, ICheckFormat> Formats = new(StringComparer.Ordinal)
    {
        ["table"] = new TableFormat(),
        ["json"] = new JsonFormat(),
        ["csv"] = new CsvFormat(),
        ["sarif"] = new SarifFormat(),
    };

    public static Command Create(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var file = new Argument<string>("file")
        {
            Description =
                "The document as text (with tabs between table cells) or a JSON plan file; - reads standard input.",
        };
        var format = new Option<string>("--format")
        {
            Description = "The output format of findings.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var language = new Option<string>("--language", "--lang")
        {
            Description = "The language of messages. Default: th if the terminal's language is Thai, otherwise en.",
            DefaultValueFactory = _ => LanguageOfTerminal(),
        };
        language.AcceptOnlyFromAmong("en", "th");
        var command = new Command(
            "check",
            "Lists the contradictions in a plan. Needs no database. Exits with 1 if there are errors, with 2 if the file is not a plan."
        )
        {
            file,
            format,
            language,
        };
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    RunAsync(
                        parsed.GetValue(file)!,
                        Formats[parsed.GetValue(format)!],
                        parsed.GetValue(language) == "th",
                        cancellation
                    )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        ICheckFormat format,
        bool inThai,
        CancellationToken cancellationToken
    )
    {
        byte[] content;
        try
        {
            content = await PlanContent.ReadAsync(path, cancellationToken);
        }
        catch (HostingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Unreadable;
        }

        var progress = content.Length >= LongFile ? new Progress(Console.Error) : null;
        progress?.Report($"Reading {path} ({content.Length / 1024.0 / 1024.0:0.0} MB) …");
        await using var services = new ServiceCollection().AddPlanFiles().BuildServiceProvider();
        var read = services.GetRequiredService<IPlanFileReader>().Read(content, cancellationToken);
        if (read.Error is { } refusal)
        {
            progress?.End();
            await Console.Error.WriteLineAsync($"{path} cannot be read as a plan.");
            foreach (var fault in (refusal as PlanFileRefused)?.Faults ?? [])
                await Console.Error.WriteLineAsync(
                    $"  {(fault.Path.Length == 0 ? "(file)" : fault.Path)}: {fault.Message}"
                );
            return Unreadable;
        }

        var findings = new List<(FindingRule, Fault)>();
        foreach (var (index, rule) in FindingRules.All.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report($"Checking: {index + 1} of {FindingRules.All.Count} rules …");
            findings.AddRange(rule.Check(read.Value).Select(fault => (rule, fault)));
        }

        progress?.End();
        var plan = new CheckedPlan(
            path,
            read.Value,
            [.. findings.OrderBy(finding => finding.Item2.Source?.Line ?? 0)],
            inThai
        );
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        format.Write(plan, output);
        return plan.HasErrors ? Errors : 0;
    }

    private static string LanguageOfTerminal() =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.StartsWith(
            "th",
            ignoreCase: true,
            CultureInfo.InvariantCulture
        )
            is true
            ? "th"
            : "en";
}

/// <summary>Reports the progress: on one line that is updated on a terminal, otherwise on few separate lines.</summary>
internal sealed class Progress(TextWriter output)
{
    private readonly bool watched = !Console.IsErrorRedirected;
    private int width;

    public void Report(string step)
    {
        if (watched)
            output.Write($"\r{step.PadRight(width)}");
        else if (width == 0 || step.StartsWith("Reading", StringComparison.Ordinal))
            output.WriteLine(step);
        width = Math.Max(width, step.Length);
    }

    public void End()
    {
        if (watched)
            output.Write($"\r{new string(' ', width)}\r");
    }
}
