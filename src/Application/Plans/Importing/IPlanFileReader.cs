using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>Reads plan files: JSON, or a published document.</summary>
public interface IPlanFileReader
{
    /// <summary>
    /// Finds the office that a file is for. This takes a small part of the time of reading the file, so that the caller's
    /// rights can be checked first. Refused with <see cref="PlanFileRefused"/> if the file names no office.
    /// </summary>
    Result<PlanFileText> Open(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a file. Checks its text, its schema and its rules, and returns the errors with their paths.
    /// </summary>
    Result<PlanFile> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var opened = Open(content, cancellationToken);
        return opened.Succeeded ? opened.Value.Read(cancellationToken) : Result<PlanFile>.Refused(opened.Errors);
    }
}

/// <summary>A plan file that was not read yet.</summary>
/// <param name="OfficeCode">The code of the office that it is for, well-formed.</param>
/// <param name="Read">Reads the rest.</param>
public sealed record PlanFileText(string OfficeCode, Func<CancellationToken, Result<PlanFile>> Read)
{
    /// <summary>The lines and rows of the document, which is read from them; empty for a JSON plan file.</summary>
    public IReadOnlyList<DocumentRow> Rows { get; init; } = [];
}
