using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Parses a document within the limits: its tokens are counted before the parser makes anything of them, so that a large one
/// costs next to nothing.
/// </summary>
internal static class DocumentText
{
    /// <summary>
    /// In the place of the text: the library works out the line of every error from the start of the text, which takes seconds
    /// for many errors behind a long text. <see cref="ErrorsToTell"/> gives the errors that are told their lines.
    /// </summary>
    private static readonly ROM OneLine = " ";

    /// <summary>The document, or null where it has a syntax error: executing it then says which.</summary>
    public static GraphQLDocument? Parse(string text, GraphQLLimits limits)
    {
        try
        {
            RefuseTooMany(text, limits.MaxTokens);
            var document = Parser.Parse(text, new ParserOptions { MaxDepth = limits.MaxNesting });
            document.Source = OneLine;
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitRefused.BadRequest(
                "QUERY_TOO_DEEP",
                $"The query nests deeper than {limits.MaxNesting} levels of syntax. Ask for fewer levels, and send deep values in variables.",
                limits.MaxNesting
            );
        }
        catch (GraphQLParserException)
        {
            return null;
        }
    }

    private static void RefuseTooMany(ROM text, int limit)
    {
        var position = 0;
        for (var count = 0; ; count++)
        {
            var token = Lexer.Lex(text, position);
            if (token.Kind == TokenKind.EOF)
                return;
            if (count == limit)
            {
                throw LimitRefused.BadRequest(
                    "TOO_MANY_TOKENS",
                    $"The query has more than {limit} tokens (names, values, punctuators, comments). Send lists and long values in variables, or several requests.",
                    limit
                );
            }

            position = token.End;
        }
    }
}
