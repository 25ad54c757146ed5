using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>A PDF file with a text layer.</summary>
internal sealed class PdfForm : IDocumentForm
{
    /// <summary>In bytes: enough for the depth of objects within objects that the library is allowed.</summary>
    private const int Stack = 64 << 20;

    /// <summary>The header can come after other bytes, but not after more than this.</summary>
    private const int HeaderWithin = 1024;

    public bool Is(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, HeaderWithin)].IndexOf("%PDF-"u8) >= 0;

    public Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Result<IReadOnlyList<Row>>? result = null;
        Exception? fault = null;
        var done = new ManualResetEventSlim();
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = Rows(content, cancellationToken);
                }
                catch (Exception exception)
                {
                    fault = exception;
                }

                done.Set();
            },
            Stack
        )
        {
            IsBackground = true,
        };
        thread.Start();
        // The library cannot be stopped; whoever waits for it is not kept waiting.
        done.Wait(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return fault switch
        {
            null => result!,
            RefusedFormException refused => FormRefusal.Of(refused.Reason),
            _ => FormRefusal.Of(
                "is a damaged PDF file; save or print the document as a new PDF.",
                "เป็นไฟล์ PDF ที่เสียหาย โปรดบันทึกหรือพิมพ์เป็น PDF ใหม่"
            ),
        };
    }

    private static Result<IReadOnlyList<Row>> Rows(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        PdfText.Of(PdfLetters.Of(content, cancellationToken), cancellationToken).Result;
}
