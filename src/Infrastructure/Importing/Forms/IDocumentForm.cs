using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>A form of file in which a plan's document may come, other than plain text.</summary>
internal interface IDocumentForm
{
    /// <summary>Whether a file has this form, by its content.</summary>
    bool Is(ReadOnlySpan<byte> content);

    /// <summary>
    /// The document's paragraphs and rows of tables; refused with a <see cref="Domain.Plans.Document.PlanFileRefused"/> of
    /// one clear line if the file is damaged, has no text, or exceeds a limit.
    /// </summary>
    Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
