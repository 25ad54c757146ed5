using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms;
using TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;
using TeacherDevPlan.Infrastructure.Importing.Forms.Rtf;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>The forms of files that documents are read from; a file of none of them is read as plain text.</summary>
internal static class DocumentForms
{
    private static readonly IDocumentForm[] All = [new OfficeForm(), new PdfForm(), new RtfForm(), new HtmlForm()];

    /// <summary>The lines and rows of a document of any form.</summary>
    public static Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Array.Find(All, form => form.Is(content.Span)) is { } form
            ? form.Read(content, cancellationToken)
            : DocumentText.Read(content.Span);
}
