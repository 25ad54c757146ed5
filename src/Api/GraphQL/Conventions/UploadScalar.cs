namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// A file: a part of a multipart request, which arrives here as base64, or base64 in the variables or the document.
/// </summary>
internal sealed class UploadScalar()
    : TextScalar<ReadOnlyMemory<byte>>(
        "Upload",
        "A file: null in the variables of a multipart request whose map names the part with the file "
            + "(the GraphQL multipart request specification), or the file in base64 (RFC 4648, section 4).",
        "https://github.com/jaydenseric/graphql-multipart-request-spec"
    )
{
    protected override ReadOnlyMemory<byte>? Read(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        if (text.Length % 4 != 0 || !Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        return bytes.AsMemory(0, length);
    }

    protected override string Write(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span);
}
