using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Rtf;

/// <summary>Rich text, which word processors save as .rtf.</summary>
internal sealed class RtfForm : IDocumentForm
{
    public static bool Begins(ReadOnlySpan<byte> content) => content.StartsWith("{\\rtf"u8);

    public bool Is(ReadOnlySpan<byte> content) => Begins(content);

    public Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var reader = new RtfReader(content);
        var fault = reader.Read(cancellationToken);
        return fault is null ? reader.Rows.Result : FormRefusal.Of(fault);
    }
}
