using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reads a project's spending plan: a row per activity with an amount per quarter and a total, and the total row. A cell
/// that has something else than one amount is reported.
/// </summary>
internal sealed partial class SpendingTable
{
    private static readonly string[] Members = ["q1", "q2", "q3", "q4", "total"];

    private readonly HeadingYears years;
    private readonly SourceMap sources;
    private readonly ActivityTree tree = new();
    private readonly Dictionary<string, ActivityTree.Draft> named = [];
    private SpendingHeader header = null!;

    private SpendingAmounts amounts = null!;

    /// <summary>Whether the table has further columns of the activities of the table before it.</summary>
    private bool goesOn;
    private bool hasTotals;
    private CellAmount?[] totals = new CellAmount?[Members.Length];

    private SpendingTable(int fiscalYear, SourceMap sources) =>
        (years, this.sources) = (new HeadingYears(fiscalYear), sources);

    public IReadOnlyList<ActivityDocument> Activities { get; private set; } = [];

    /// <summary>Null if the table has no total row.</summary>
    public PrintedAmounts? Totals { get; private set; }

    /// <summary>The cells of the total row: q1 to q4 and total.</summary>
    public IReadOnlyList<(string Member, CellAmount Amount)> TotalCells { get; private set; } = [];

    /// <summary>q1 to q4 and total, in the order of the columns.</summary>
    public static IReadOnlyList<string> MemberNames => Members;

    /// <summary>Reads those of the tables that are spending tables, with the units printed above them.</summary>
    public static SpendingTable Read(
        IEnumerable<(Table Table, MoneyUnit Unit)> tables,
        int fiscalYear,
        SourceMap sources
    )
    {
        var reader = new SpendingTable(fiscalYear, sources);
        var found = tables.Select(one => (one.Table, one.Unit, Header: SpendingHeader.Of(one.Table))).ToList();
        // The same activities may be in a table of marks, or by class of expense: their money is read once.
        if (found.Find(one => one.Header is { HasQuarters: true }).Header is not null)
            found.RemoveAll(one => one.Header is { HasQuarters: false });
        else if (found.Find(one => one.Header is not null) is { Table: { } first })
            found.RemoveAll(one => !HasHeaderOf(first, one.Table));
        foreach (var (table, unit, header) in found)
        {
            if (header is not null)
                reader.Take(table, unit, header);
        }

        reader.Activities = reader.tree.Documents(sources);
        return reader;
    }

    private static bool HasHeaderOf(Table one, Table other) =>
        one.Rows[0]
            .Cells.Select(cell => Markup.Squeeze(cell.Flat))
            .SequenceEqual(other.Rows[0].Cells.Select(cell => Markup.Squeeze(cell.Flat)));

    private void Take(Table table, MoneyUnit printed, SpendingHeader own)
    {
        var body = table.Rows.Skip(own.Rows).ToList();
        goesOn = header is not null && header.IsContinuedBy(own) && body.TrueForAll(row => IsKnown(row, own.Name));
        header = own;
        var unit = printed.With(header, table).Settle();
        amounts = new SpendingAmounts(header, unit);
        foreach (var row in table.Rows.Take(header.Rows))
            TakeHeader(row);
        // The plan has no amounts of quarters then, which a spending plan has.
        if (header.IsWithoutParts)
            table.Rows[0][header.Amounts[SpendingHeader.Total][0]]?.Question(ExpectedValue.Nothing);
        var sums = new SpendingSums(
            header,
            body.FindAll(row => !SpendingHeader.IsRepeated(row)),
            body.FindLast(IsTotal),
            unit ?? 1
        );
        foreach (var row in body)
        {
            if (SpendingHeader.IsRepeated(row))
                TakeHeader(row);
            else if (IsTotal(row) || row == sums.Total)
                TakeTotals(row);
            else if (sums.IsSubtotal(row) || sums.IsCarried(row) || sums.IsBelowTotal(row) || IsNote(row))
                LeaveOut(row, sums);
            else if (IsTotalInWords(row))
                Question(row);
            else if (IsGroup(row, body))
                tree.AddGroup(row.Filled.First());
            else
                TakeRow(row);
            if (sums.MayGoOn(row))
                (row[header.Name] ?? row.First).Question(ExpectedValue.Nothing);
        }
    }

    /// <summary>A sum of some activities, and a note below the total, have no field in a plan file.</summary>
    private static void LeaveOut(Row row, SpendingSums sums)
    {
        var isShare = sums.IsShare(row);
        foreach (var cell in row.Filled)
        {
            if (isShare)
                cell.Use(cell.Flat);
            else
                cell.HasNoField();
        }

        if (sums.IsCarried(row) && !sums.IsSumOfAllAbove(row))
            Question(row);
    }

    /// <summary>
    /// Whether a row has only a name, for the rows below it: in words of groups, before all numbers, or before numbers
    /// that start anew. Other rows with only a name continue the one above.
    /// </summary>
    private static bool IsGroup(Row row, List<Row> body)
    {
        var name = row.Filled.First();
        if (row.AfterPageBreak || row.Filled.Count() > 1 || ThaiNumber.Parse(name.Flat) is not null)
            return false;
        var index = body.IndexOf(row);
        if (index + 1 == body.Count)
            return false;
        var startsAnew = body[index + 1].Filled.First().Marker is { Depth: 1 } next && next.Parts[0] == 1;
        if (name.Marker is { } marker)
            return startsAnew && marker.Depth <= 1;
        return index == 0
            || startsAnew
            || Terms.At(Concept.ActivityGroup, name.Flat) is not null
            || Terms.Are(Concept.ActivityLabel, name.Flat)
            || name.Flat.EndsWith(':');
    }

    /// <summary>Whether a row is the total row, or has the name of an activity that was read before.</summary>
    private bool IsKnown(Row row, int name) =>
        row[name] is { } cell
        && (named.ContainsKey(KeyOf(cell)) || Terms.Are(Concept.TotalRow, row.Filled.First().Flat));

    private static string KeyOf(Cell cell) => Markup.Squeeze(cell.Flat);

    private void TakeHeader(Row row)
    {
        foreach (var cell in row.Filled)
        {
            var head = header.HeadOf(cell);
            if (head.Kind != HeadKind.Unknown)
                years.Check(cell, head.Quarter);
            if (head.Kind is not (HeadKind.Unknown or HeadKind.Group) || header.Sums.ContainsKey(cell.Index))
                cell.UseAsHead();
            else if (header.IsKnown(cell.Index))
                cell.Use();
        }
    }

    /// <summary>Whether a row has only a text, below the total row or with the words of a remark.</summary>
    private bool IsNote(Row row) =>
        row.Filled.Count() == 1
        && row.Filled.First() is { Marker: null } text
        && ((hasTotals && !goesOn && text.HasLetters) || Terms.Begin(Concept.Note, text.Flat));

    /// <summary>Whether a row has only a text with a total in it: "รวมทั้งสิ้น 64,500 บาท".</summary>
    private static bool IsTotalInWords(Row row) =>
        row.Filled.Count() == 1
        && row.Filled.First() is { Marker: null } text
        && text.Flat.Any(char.IsDigit)
        && Terms.Begin(Concept.TotalRow, text.Flat);

    /// <summary>A label of totals and nothing else, before amounts, of which one may not be understood.</summary>
    private bool IsTotal(Row row)
    {
        var label = row.Filled.First();
        return label.Index <= header.Name + 1
            && label.Index < header.FirstAmount + 1
            && TotalLabel.Is(InWords().Replace(label.Flat, ""))
            && row.Filled.Skip(1).Count(cell => cell.Flat.Any(char.IsLetter) && Numbers.Money(cell.Flat) is null)
                <= row.Filled.Skip(1).Count(cell => Numbers.Money(cell.Flat) is not null);
    }

    private void TakeRow(Row row)
    {
        var name = row[header.Name] ?? row.First;
        var shift = 0;
        if (name.IsEmpty && row[header.Name + 1] is { IsEmpty: false } next && ThaiNumber.Parse(next.Flat) is null)
            (name, shift) = (next, 1);
        var number = shift == 0 && header.Number is { } column ? row[column] : null;
        if (number is null && IsNumberBeside(row))
            (name, shift, number) = (row[1]!, 1, row.First);
        var read = amounts.Of(row, shift, name);
        if (goesOn && named.TryGetValue(KeyOf(name), out var draft))
            draft.Add(read, name);
        else if (!name.IsEmpty)
        {
            tree.Add(name, number is { IsEmpty: false } ? number : null, read);
            if (tree.Last is { } added && !named.TryAdd(KeyOf(name), added))
                named.Remove(KeyOf(name));
        }
        // Amounts without a name belong to the activity above, if it has none.
        else if (tree.Last is { } last && last.Amounts.All(amount => amount is null))
            last.Amounts = read;
        else
            Question(row);
    }

    private static void Question(Cell cell) => cell.Question(ExpectedValue.Amount);

    /// <summary>Reports a row at its first number; its other cells are unread with it.</summary>
    private static void Question(Row row) =>
        Question(row.Filled.FirstOrDefault(cell => cell.Flat.Any(char.IsDigit)) ?? row.Filled.First());

    /// <summary>Whether a row has the number of its activity in a cell of its own, which has no heading: "กิจกรรมที่ 1".</summary>
    private bool IsNumberBeside(Row row) =>
        header.Name == 0
        && row.Cells.Count == header.Width + 1
        && row[1] is { IsEmpty: false, HasLetters: true }
        && ActivityTree.NumberIn(row.First) is not null;

    /// <summary>A second total row is reported, because a table has one; a table that goes on has the rest of it.</summary>
    private void TakeTotals(Row row)
    {
        if (hasTotals && !goesOn)
        {
            Question(row);
            return;
        }

        var label = row.Filled.First();
        var shift = label.Index > header.Name && header.Name == 0 ? label.Index : 0;
        var read = amounts.Of(row, shift, label);
        label.Use($"{tree.Count}");
        if (Array.TrueForAll(read, amount => amount is null))
            return;
        hasTotals = true;
        totals = [.. totals.Zip(read, CellAmount.Both)];
        TotalCells =
        [
            .. Members.Zip(totals).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)),
        ];
        foreach (var cell in TotalCells.SelectMany(total => total.Amount.Cells))
            cell.Use();
        Totals = new PrintedAmounts(
            totals[0]?.Value,
            totals[1]?.Value,
            totals[2]?.Value,
            totals[3]?.Value,
            totals[4]?.Value
        );
    }

    /// <summary>An amount in words behind a label: "(หกหมื่นบาทถ้วน)".</summary>
    [GeneratedRegex(@"\s*\([ก-๎ ]*บาท(ถ้วน)?\)\z")]
    private static partial Regex InWords();
}
