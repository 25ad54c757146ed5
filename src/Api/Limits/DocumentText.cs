using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Parses a document within the limits. Tokens are counted before the document is parsed, so that refusing a large one
/// costs almost nothing.
/// </summary>
internal static class DocumentText
{
    /// <summary>
    /// The text that is given to the library instead of the document. The library computes the line of each error from
    /// the start of the text, which takes seconds for many errors in a long text; <see cref="ReportedErrors"/> adds the
    /// lines to the errors that are returned.
    /// </summary>
    private static readonly ROM OneLine = " ";

    /// <summary>
    /// Parses the document. Returns its syntax error, if any, so that it need not be parsed again to find the error.
    /// </summary>
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
                $"The syntax of the query is nested deeper than {limits.MaxNesting} levels. Request fewer levels, and send deep values in variables.",
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
        // Only the line terminators of GraphQL count; Unicode has more.
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
            $"{what} has {actual} characters; at most {limit} are allowed. Send long values in variables.",
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
