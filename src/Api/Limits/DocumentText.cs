using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using TeacherDevPlan.Api.Http;

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

    /// <summary>The document, or its syntax error: parsing it once more to find that again would take as long again.</summary>
    public static (GraphQLDocument? Document, ExecutionError? Fault) Parse(string text, GraphQLLimits limits)
    {
        try
        {
            RefuseTooLong(text, limits);
            RefuseTooMany(text, limits.MaxTokens);
            var document = Parser.Parse(text, new ParserOptions { MaxDepth = limits.MaxNesting });
            document.Source = OneLine;
            return (document, null);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitRefused.BadRequest(
                "QUERY_TOO_DEEP",
                $"The query nests deeper than {limits.MaxNesting} levels of syntax. Ask for fewer levels, and send deep values in variables.",
                limits.MaxNesting
            );
        }
        catch (GraphQLSyntaxErrorException fault)
        {
            return (null, new SyntaxError(fault));
        }
    }

    private static void RefuseTooLong(string text, GraphQLLimits limits)
    {
        if (text.Length > limits.MaxDocumentCharacters)
            throw TooLong("The query", limits.MaxDocumentCharacters, text.Length);
        // By the line ends of GraphQL alone: Unicode has more.
        foreach (var line in text.AsSpan().SplitAny('\n', '\r'))
        {
            var (_, length) = line.GetOffsetAndLength(text.Length);
            if (length > limits.MaxLineCharacters)
                throw TooLong("A line of the query", limits.MaxLineCharacters, length);
        }
    }

    private static HttpRequestRefused TooLong(string what, int limit, int actual) =>
        LimitRefused.BadRequest(
            "DOCUMENT_TOO_LONG",
            $"{what} has {actual} characters; at most {limit} are read. Send long values in variables.",
            limit,
            actual
        );

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
