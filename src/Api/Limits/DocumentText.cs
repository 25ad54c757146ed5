using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Parses a document within the limits. Tokens are counted before the document is parsed, so that refusing a large one
/// costs almost nothing.
/// </summary>
internal static partial class DocumentText
{
    private const string BlockQuote = "\"\"\"";

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
            text = WithPlainEscapes(text);
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

            RefuseGluedName(text, token);
            position = token.End;
        }
    }

    /// <summary>The specification forbids a name, a digit or a dot right after a number; the library reads on.</summary>
    private static void RefuseGluedName(ROM text, Token token)
    {
        if (token.Kind is not (TokenKind.INT or TokenKind.FLOAT) || token.End >= text.Length)
            return;
        var next = text.Span[token.End];
        if (char.IsAsciiLetterOrDigit(next) || next is '_' or '.')
            throw new GraphQLSyntaxErrorException(
                $"Invalid number, expected digit but got: \"{next}\"",
                text,
                token.End
            );
    }

    /// <summary>
    /// Writes the escapes <c>\\u{1F600}</c> of strings, which the library does not know, as the pair of escapes of the same
    /// character. Escapes that name no character are left, and are then a syntax error.
    /// </summary>
    private static string WithPlainEscapes(string text)
    {
        if (!text.Contains("\\u{", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length + 16);
        int end;
        for (var start = 0; start < text.Length; start = end)
        {
            end = EndOfLexeme(text, start);
            var lexeme = text[start..end];
            // Block strings and comments have no escapes.
            plain.Append(lexeme[0] == '"' && !IsBlock(text, start) ? Escapes().Replace(lexeme, PlainEscape) : lexeme);
        }

        return plain.ToString();
    }

    private static bool IsBlock(string text, int start) =>
        string.CompareOrdinal(text, start, BlockQuote, 0, BlockQuote.Length) == 0;

    /// <summary>The end of the comment, string or other text that starts here.</summary>
    private static int EndOfLexeme(string text, int start)
    {
        if (IsBlock(text, start))
        {
            var close = start;
            do close = text.IndexOf(BlockQuote, close + BlockQuote.Length, StringComparison.Ordinal);
            while (close >= 0 && text[close - 1] == '\\');
            return close < 0 ? text.Length : close + BlockQuote.Length;
        }

        if (text[start] == '"')
        {
            var end = start + 1;
            while (end < text.Length && text[end] is not ('"' or '\n' or '\r'))
                end += text[end] == '\\' ? 2 : 1;
            return Math.Min(end + 1, text.Length);
        }

        var next = text.AsSpan(start + 1).IndexOfAny(text[start] == '#' ? "\n\r" : "#\"");
        return next < 0 ? text.Length : start + 1 + next;
    }

    private static string PlainEscape(Match escape) =>
        escape.Groups[1] is { Success: true, ValueSpan: var digits }
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && Rune.IsValid(code)
            ? string.Concat(new Rune(code).ToString().Select(unit => $"\\u{(int)unit:X4}"))
            : escape.Value;

    /// <summary>Each escape, so that an escaped backslash is none of the next one.</summary>
    [GeneratedRegex("""\\(?:u\{([0-9A-Fa-f]{1,8})\}|.)""")]
    private static partial Regex Escapes();
}
