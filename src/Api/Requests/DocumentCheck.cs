using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Refuses documents that the GraphQL library accepts but cannot be used: strings that PostgreSQL or UTF-8 cannot
/// represent, and definitions that cannot be executed.
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
                "An executable document may contain only operations and fragments."
            );
        await Visitor.VisitAsync(document, default);
    }

    protected override ValueTask VisitStringValueAsync(GraphQLStringValue stringValue, NullVisitorContext context)
    {
        var text = stringValue.Value.ToString();
        if (text.Contains('\0'))
            throw HttpRequestRefused.BadRequest(
                "INVALID_CHARACTER",
                "A string in the document contains a NUL character (U+0000)."
            );
        if (!IsWellFormed(text))
            throw HttpRequestRefused.BadRequest(
                "INVALID_CHARACTER",
                "A string in the document contains an unpaired surrogate."
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
