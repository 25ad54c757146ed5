using System.CommandLine;
using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.Hosting.Messages;

/// <summary>
/// Where the commands for officers write, in the officer's language. It takes only messages that exist in both
/// languages, so no command can have a message in one of them.
/// </summary>
internal sealed class OfficerConsole(bool inThai)
{
    private const string Thai = "th";
    private const string English = "en";
    private static readonly string[] Names = ["--lang", "--language"];

    public bool InThai => inThai;

    /// <summary>The console in the language that the arguments ask for, otherwise in that of the terminal.</summary>
    public static OfficerConsole Of(IReadOnlyList<string> arguments) => new((Asked(arguments) ?? OfTerminal()) == Thai);

    public Command Command(string name, LocalText description) => new(name, Text(description));

    public Argument<T> Argument<T>(string name, LocalText description) => new(name) { Description = Text(description) };

    public Option<T> Option<T>(string name, LocalText description) => new(name) { Description = Text(description) };

    /// <summary>The option by which a command takes the language. Its value was read by <see cref="Of"/>.</summary>
    public Option<string> Language()
    {
        var language = Option<string>(
            Names[1],
            new LocalText(
                "The language of messages. Default: th if the terminal's language is Thai, otherwise en.",
                "ภาษาของข้อความ หากไม่ระบุจะใช้ th เมื่อเทอร์มินัลเป็นภาษาไทย มิฉะนั้นใช้ en"
            )
        );
        language.Aliases.Add(Names[0]);
        language.AcceptOnlyFromAmong(English, Thai);
        return language;
    }

    public string Text(LocalText text) => inThai ? text.Thai : text.English;

    public void Say(LocalText message) => Console.Out.WriteLine(Text(message));

    public void Complain(LocalText message) => Console.Error.WriteLine(Text(message));

    /// <summary>Prints that a file was refused, and why: every error with its place in the file.</summary>
    public void Refuse(string file, LocalText what, DomainError error)
    {
        (LocalText? Place, LocalText Message)[] faults = error switch
        {
            PlanFileRefused plan =>
            [
                .. plan.Faults.Select(fault => (fault.Path.Length == 0 ? null : fault.Place, fault.Message)),
            ],
            StaffFileRefused staff => [.. staff.Faults.Select(fault => (fault.Place, fault.Message))],
            _ => [],
        };
        // An error of the whole file is a sentence about it, which says all.
        if (faults is [(null, var whole)])
        {
            Complain(new LocalText($"{file} {whole.English}", $"{file} {whole.Thai}"));
            return;
        }

        Complain(new LocalText($"{what.English}: {error.Text.English}", $"{what.Thai}: {error.Text.Thai}"));
        foreach (var (place, message) in faults)
            Complain(
                new LocalText(
                    $"  {place?.English ?? "(file)"}: {message.English}",
                    $"  {place?.Thai ?? "(ทั้งไฟล์)"}: {message.Thai}"
                )
            );
    }

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            foreach (var name in Names)
            {
                if (arguments[i] == name && i + 1 < arguments.Count)
                    return arguments[i + 1];
                if (
                    arguments[i].StartsWith(name, StringComparison.Ordinal)
                    && arguments[i].AsSpan(name.Length) is ['=' or ':', .. var value]
                )
                    return value.ToString();
            }
        }

        return null;
    }

    private static string OfTerminal() =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.StartsWith(
            Thai,
            ignoreCase: true,
            CultureInfo.InvariantCulture
        )
            is true
            ? Thai
            : English;
}
