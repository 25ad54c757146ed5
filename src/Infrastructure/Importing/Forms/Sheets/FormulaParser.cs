using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>Computes one formula. Whatever it does not know makes the result null.</summary>
internal sealed partial class FormulaParser(string text, Formulas formulas, Sheet home, SheetFormula moved)
{
    private const int MaxDepth = 50;

    private int at;
    private int depth;

    public double? Compute()
    {
        var value = Sum();
        Skip();
        return at == text.Length ? value : null;
    }

    private double? Sum()
    {
        if (++depth > MaxDepth)
            return null;
        var value = Product();
        while (value is not null && Take("+-") is { } sign)
            value = Product() is { } next ? value + (sign == '+' ? next : -next) : null;
        depth--;
        return value;
    }

    private double? Product()
    {
        var value = Factor();
        while (value is not null && Take("*/") is { } sign)
        {
            var next = Factor();
            value =
                next is null || (sign == '/' && next == 0) ? null
                : sign == '*' ? value * next
                : value / next;
        }

        return value;
    }

    private double? Factor()
    {
        var negative = false;
        while (Take("+-") is { } sign)
            negative ^= sign == '-';
        var value = Primary();
        while (value is not null && Take("%") is not null)
            value /= 100;
        return negative ? -value : value;
    }

    private double? Primary()
    {
        Skip();
        if (Take("(") is not null)
        {
            var inner = Sum();
            return Take(")") is null ? null : inner;
        }

        if (Reference() is var (sheet, range))
            return range.Top == range.Bottom && range.Left == range.Right
                ? formulas.Number(sheet, range.Top, range.Left)
                : null;
        if (Match(Function()) is { } function)
            return Call(function.Groups[1].Value.ToUpperInvariant());
        return Match(Number()) is { } number ? double.Parse(number.Value, CultureInfo.InvariantCulture) : null;
    }

    private double? Call(string name)
    {
        var arguments = new List<List<double>>();
        do
        {
            if (Argument() is not { } values)
                return null;
            arguments.Add(values);
        } while (Take(",") is not null);

        if (Take(")") is null)
            return null;
        var all = arguments.SelectMany(one => one).ToList();
        return name switch
        {
            "SUM" => all.Sum(),
            "PRODUCT" => all.Aggregate(1.0, (product, one) => product * one),
            "AVERAGE" when all.Count > 0 => all.Average(),
            "MIN" when all.Count > 0 => all.Min(),
            "MAX" when all.Count > 0 => all.Max(),
            "COUNT" => all.Count,
            "ABS" when all.Count == 1 => Math.Abs(all[0]),
            "ROUND" when all.Count == 2 && all[1] is >= 0 and <= 10 && Math.Abs(all[0]) < 1e18 => (double)
                Math.Round((decimal)all[0], (int)all[1], MidpointRounding.AwayFromZero),
            _ => null,
        };
    }

    private List<double>? Argument()
    {
        var start = at;
        if (Reference() is var (sheet, range))
        {
            Skip();
            if (at < text.Length && text[at] is ',' or ')')
                return formulas.Numbers(sheet, range);
        }

        at = start;
        return Sum() is { } value ? [value] : null;
    }

    /// <summary>A cell or a range, of this or another sheet: "B2", "$B$2:C9", "'แผ่น 2'!B2".</summary>
    private (Sheet Sheet, CellRange Range)? Reference()
    {
        Skip();
        var start = at;
        var sheet = home;
        if (Match(SheetName()) is { } name)
        {
            var printed = name.Groups["quoted"].Success
                ? name.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal)
                : name.Groups["plain"].Value;
            if (formulas.Named(printed) is not { } other)
                return null;
            sheet = other;
        }

        if (
            Match(Cells()) is { } cells
            && CellRange.Parse(
                Moved(cells.Groups["from"].Value)
                    + (cells.Groups["to"].Success ? $":{Moved(cells.Groups["to"].Value)}" : "")
            )
                is { } range
        )
            return (sheet, range);
        at = start;
        return null;
    }

    /// <summary>A reference without "$", moved as far as the cell is from the one whose formula it shares.</summary>
    private string Moved(string reference)
    {
        var match = OneCell().Match(reference);
        var cell = CellRange.Parse($"{match.Groups["column"].Value}{match.Groups["row"].Value}");
        if (cell is not { } place)
            return "";
        var column = place.Left + (match.Groups["fixedColumn"].Length > 0 ? 0 : moved.Right);
        var row = place.Top + (match.Groups["fixedRow"].Length > 0 ? 0 : moved.Down);
        return column < 1 || row < 1 ? "" : CellRange.Name(row, column);
    }

    private Match? Match(Regex form)
    {
        var match = form.Match(text, at, text.Length - at);
        if (!match.Success)
            return null;
        at += match.Length;
        return match;
    }

    private char? Take(string signs)
    {
        Skip();
        return at < text.Length && signs.Contains(text[at], StringComparison.Ordinal) ? text[at++] : null;
    }

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    [GeneratedRegex(@"\G(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}\p{M}_][\p{L}\p{M}\p{N}_.]*))!")]
    private static partial Regex SheetName();

    [GeneratedRegex(
        @"\G(?<from>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?<to>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?(?![\p{L}\p{N}_.(!])"
    )]
    private static partial Regex Cells();

    [GeneratedRegex(@"^(?<fixedColumn>\$?)(?<column>[A-Za-z]{1,3})(?<fixedRow>\$?)(?<row>[0-9]{1,7})\z")]
    private static partial Regex OneCell();

    [GeneratedRegex(@"\G([A-Za-z]{2,10})\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"\G(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})")]
    private static partial Regex Number();
}
