using System.Globalization;
using System.Text.Json.Serialization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// An error in a plan file: its place as a JSON Pointer into the file (RFC 6901), and a message. Both can repeat text of
/// the file, so they are cut to a length.
/// </summary>
public sealed record PlanFault
{
    private const int LongestPath = 300;
    private const int LongestMessage = 500;

    public PlanFault(string path, LocalText message) =>
        (Path, Message) = (
            Cut(path, LongestPath),
            new LocalText(Cut(message.English, LongestMessage), Cut(message.Thai, LongestMessage))
        );

    public string Path { get; }

    public LocalText Message { get; }

    /// <summary>The path for people: that of the whole file is empty.</summary>
    public LocalText Place => Path.Length == 0 ? new LocalText("(file)", "(ทั้งไฟล์)") : new LocalText(Path, Path);

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}

/// <summary>
/// A plan file that violates its schema or a rule is rejected as a whole, with its first errors and the number of the
/// others.
/// </summary>
public sealed record PlanFileRefused : DomainError
{
    /// <summary>Checking ends when this many errors are found.</summary>
    public const int MostCounted = 1000;

    /// <param name="faults">The errors.</param>
    /// <param name="unlistedFaults">The number of errors besides them.</param>
    [JsonConstructor]
    public PlanFileRefused(IReadOnlyList<PlanFault> faults, int unlistedFaults = 0)
        : base("PLAN_FILE_REFUSED", TextOf(faults.Count + unlistedFaults))
    {
        Faults = [.. faults.Take(MostListed)];
        UnlistedFaults = faults.Count + unlistedFaults - Faults.Count;
    }

    /// <summary>The first errors.</summary>
    public IReadOnlyList<PlanFault> Faults { get; }

    /// <summary>The number of further errors.</summary>
    public int UnlistedFaults { get; }

    private static LocalText TextOf(int count)
    {
        var number = count.ToString("N0", CultureInfo.InvariantCulture);
        if (count <= MostListed)
            return new LocalText($"The plan file has {number} error(s).", $"ไฟล์แผนมีข้อผิดพลาด {number} แห่ง");
        return count < MostCounted
            ? new LocalText(
                $"The plan file has {number} errors; the first {MostListed} are listed.",
                $"ไฟล์แผนมีข้อผิดพลาด {number} แห่ง แสดง {MostListed} แห่งแรก"
            )
            : new LocalText(
                $"The plan file has {number} errors or more; the first {MostListed} are listed.",
                $"ไฟล์แผนมีข้อผิดพลาดตั้งแต่ {number} แห่งขึ้นไป แสดง {MostListed} แห่งแรก"
            );
    }
}
