using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// What the GraphQL library lets through in a document: texts that PostgreSQL and UTF-8 cannot hold, and definitions that
/// cannot be executed.
/// </summary>
internal sealed class DocumentCheck : ASTVisitor<NullVisitorContext>
{
    private static readonly DocumentCheck Visitor = new();

    public static async ValueTask RefuseUnusableAsync(GraphQLDocument document)
    {
        if (
            document.Definitions.Any(definition =>
                definition is not (GraphQLOperationDefinition or GraphQLFragmentDefinition)
            )
        )
            throw HttpRequestRefused.BadRequest(
                "NOT_EXECUTABLE",
                "A document to execute holds operations and fragments only."
            );
        await Visitor.VisitAsync(document, default);
    }

    protected override ValueTask VisitStringValueAsync(GraphQLStringValue stringValue, NullVisitorContext context)
    {
        var text = stringValue.Value.ToString();
        if (text.Contains('\0'))
            throw HttpRequestRefused.BadRequest(
                "INVALID_CHARACTER",
                "A text of the document has a NUL character (U+0000)."
            );
        if (!IsWellFormed(text))
            throw HttpRequestRefused.BadRequest(
                "INVALID_CHARACTER",
                "A text of the document holds half a surrogate pair."
            );
        return default;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
                return false;
            i++;
        }

        return true;
    }
}
