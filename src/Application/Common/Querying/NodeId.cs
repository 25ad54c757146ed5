using System.Buffers.Text;
using System.Text;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>A global id: the name of the type and the id of the row, opaque to clients.</summary>
public readonly record struct NodeId(string TypeName, Guid Id)
{
    private const int IdLength = 16;
    private const char Separator = ':';

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[TypeName.Length + 1 + IdLength];
        Encoding.ASCII.GetBytes(TypeName + Separator, bytes);
        Id.TryWriteBytes(bytes[^IdLength..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, out NodeId id)
    {
        id = default;
        if (text.Length is < 24 or > 128 || !Base64Url.IsValid(text))
            return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= IdLength || bytes[^(IdLength + 1)] != Separator)
            return false;
        var typeName = Encoding.ASCII.GetString(bytes, 0, bytes.Length - IdLength - 1);
        id = new NodeId(typeName, new Guid(bytes.AsSpan(bytes.Length - IdLength), bigEndian: true));
        return id.ToString() == text;
    }

    /// <summary>The id of a node of this type; throws for any other id.</summary>
    public static Guid Parse(string text, string typeName, string argument)
    {
        if (!TryParse(text, out var id))
            throw new QueryRefusedException("INVALID_ID", argument, $"'{text}' is not an id of this service.");
        return id.TypeName == typeName
            ? id.Id
            : throw new QueryRefusedException(
                "INVALID_ID",
                argument,
                $"'{text}' is the id of a {id.TypeName}, not of a {typeName}."
            );
    }
}
