using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>Reads the money of a project: the stated budget, the funding sources and the spending plan.</summary>
internal sealed partial class ProjectMoney
{
    private readonly List<(FundingKind Kind, decimal Amount, Cell Cell, Cell Label)> parts = [];
    private decimal? stated;
    private Cell? label;

    public required SpendingTable Table { get; init; }

    public IReadOnlyList<FundingSourceDocument> FundingSources { get; private set; } = [];

    /// <summary>The budget as printed; if it is not printed, the total of the table.</summary>
    public decimal StatedBudget { get; private set; }

    /// <summary>The line with the stated budget, or null.</summary>
    public Cell? Stated { get; private set; }

    /// <summary>Whether virement is allowed: "ขอถัวจ่ายทุกรายการ".</summary>
    public bool VirementAllowed { get; private set; }

    public static ProjectMoney Read(ProjectChapter chapter, int fiscalYear, SourceMap sources)
    {
        var tables = chapter
            .Sections.Select(section => section.Rows)
            .Prepend([.. chapter.Head])
            .SelectMany(MoneyUnit.Above);
        var money = new ProjectMoney { Table = SpendingTable.Read(tables, fiscalYear, sources) };
        FundingKind? kind = null;
        var section = chapter[ProjectSection.Activities];
        foreach (var (text, cell) in (section?.Texts ?? []).Concat(section is null ? [] : Labelled(section)))
        {
            if (!SpendingHead.IsUnit(text))
                money.Take(Markup.Flatten(text), cell, ref kind);
            if (cell is { Used: true, Row.Table.Rows.Count: 1 })
                cell.Row.Use();
        }

        foreach (var table in section?.Tables.Select(FundingTable.Of).OfType<FundingTable>() ?? [])
            money.Take(table);
        kind = null;
        foreach (var (text, cell) in InHead(chapter.Head))
        {
            money.Take(Markup.Flatten(text), cell, ref kind);
            if (cell.Used)
                cell.Row.First.Use();
        }

        money.Finish(sources);
        return money;
    }

    /// <summary>Rows that are no table: a label with an amount, and the word for baht, in cells of their own.</summary>
    private static IEnumerable<(string Text, Cell Cell)> Labelled(ProjectChapter.Section section) =>
        from row in section.Rows
        let cells = row.Filled.ToList()
        where row.Table is { Rows.Count: 1 } && cells.Count is >= 2 and <= 4 && cells[0].HasLetters
        let text = WithBaht(string.Join(' ', cells.Select(cell => cell.Flat)))
        where Amount().Count(ThaiNumber.ToArabicDigits(text)) == 1
        select (text, cells.First(cell => cell.Flat.Any(char.IsDigit)));

    /// <summary>The budget among the labels of the project's head: "งบประมาณ | 64,500 บาท".</summary>
    private static IEnumerable<(string Text, Cell Cell)> InHead(IReadOnlyList<Row> head) =>
        from row in head
        let cells = row.Filled.ToList()
        where cells.Count == 2 && Terms.At(Concept.Activities, cells[0].Flat) is not null && !cells[1].Used
        select (cells[1].Text, cells[1]);

    private static string WithBaht(string text) => WithoutBaht().Replace(text, "${label}${amount} บาท");

    private void Take(string text, Cell cell, ref FundingKind? kind)
    {
        text = WithBaht(ScaledNumber.InDigits(text));
        VirementAllowed |= text.Contains("ถัวจ่าย", StringComparison.Ordinal);
        var amounts = Amount().Matches(ThaiNumber.ToArabicDigits(text));
        if (BahtWords.In(text) is { } inWords && !IsInDigits(inWords, amounts))
        {
            cell.Use();
            cell.Question(ExpectedValue.Amount);
            return;
        }

        if (stated is null && parts.Count == 0 && amounts.Count == 0 && BahtWords.In(text) is { } amountInWords)
        {
            (stated, Stated) = (amountInWords, cell.Use(Text(amountInWords)));
            return;
        }

        if (stated is null && amounts.Count == 0 && Terms.Are(Concept.NoMoney, text.Trim(' ', '-', '–', '.', '(', ')')))
        {
            (stated, Stated) = (0, cell.Use());
            return;
        }

        var known = false;
        if (cell.Marker is { Depth: > 1 } or { Depth: 0 } || Source_().IsMatch(text))
            (kind, label) = (amounts.Count > 1 ? null : KindOf(text), cell);
        var from = 0;
        foreach (Match match in amounts)
        {
            var before = text[from..match.Index];
            from = match.Index + match.Length;
            if (UnitPrice().IsMatch(before))
                continue;
            var named = $"{before}{match.Value}";
            if (amounts.Count > 1 && Named().IsMatch(named))
                (kind, label) = (KindOf(named), cell);
            else if (match != amounts[0])
                kind = null;
            if (
                !IsPartOfMore(text, match.Groups["amount"].Index)
                && Numbers.Money(match.Groups["amount"].Value) is { } amount
            )
                known |= Take(amount, match.Groups["whole"].Success, text, amounts.Count == 1, cell, kind);
            else
                cell.Question(ExpectedValue.Amount);
        }

        if (cell.IsQuestioned)
            parts.RemoveAll(part => part.Cell == cell);
        if (known || Spoken().IsMatch(text) || (kind is not null && text.Length < 150))
            cell.Use();
    }

    /// <summary>Whether a sign, or the lower end of a range, is in front of an amount.</summary>
    private static bool IsPartOfMore(string text, int at) => Before().IsMatch(text.AsSpan(0, at));

    /// <summary>Whether an amount in words is printed in digits beside it, or in a line above.</summary>
    private bool IsInDigits(decimal inWords, MatchCollection beside) =>
        beside.Count > 0
            ? beside.Any(match => Numbers.Money(match.Groups["amount"].Value) == inWords)
            : stated is null || stated == inWords || parts.Exists(part => part.Amount == inWords);

    /// <summary>
    /// Takes an amount as the whole budget or as that of a source; reports one that is neither. Returns whether it is
    /// one of them.
    /// </summary>
    private bool Take(decimal amount, bool saysWhole, string text, bool isOnly, Cell cell, FundingKind? kind)
    {
        if (stated is null && (saysWhole || kind is null))
        {
            (stated, Stated) = (amount, cell);
            if (isOnly && IsOneSource(text) && cell.Marker is not { Depth: > 1 })
                parts.Add((KindOf(text), amount, cell, cell));
        }
        else if (kind is { } of)
        {
            parts.RemoveAll(part => part.Cell == Stated && Stated != cell);
            parts.Add((of, amount, cell, label ?? cell));
        }
        else if (amount != stated)
        {
            cell.Question(ExpectedValue.Amount);
            return false;
        }
        else if (cell != Stated)
        {
            cell.Use(Text(amount));
        }

        return true;
    }

    /// <summary>Takes the sources of a table, unless sources or another budget are printed above it.</summary>
    private void Take(FundingTable table)
    {
        if (parts.Exists(part => part.Cell != Stated) || (stated ?? table.Sum) != table.Sum)
            return;
        parts.Clear();
        parts.AddRange(table.Parts.Select(part => (KindOf(part.Name.Flat), part.Amount, part.Cell, part.Name)));
        if (stated is null)
            (stated, Stated) = (table.Sum, table.Total ?? table.Parts[0].Cell);
        foreach (var (_, cell, amount) in table.Parts)
            cell.Use(Text(amount));
        table.Use();
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private void Finish(SourceMap sources)
    {
        var kinds = new List<FundingSourceDocument>();
        foreach (var part in parts.GroupBy(part => part.Kind))
        {
            var document = new FundingSourceDocument(part.Key, part.Sum(one => one.Amount));
            kinds.Add(document.At(sources, part.First().Cell).At(sources, part.First().Label, "label"));
            // Other amounts that were summed, such as those of activities, are not in the plan.
            foreach (var addend in part.Where(one => one.Cell == one.Label && Named().IsMatch(one.Cell.Flat)))
                addend.Cell.Use(Text(addend.Amount));
        }

        if (stated is null && parts.Count > 0)
            (stated, Stated) = (parts.Sum(part => part.Amount), parts[0].Cell);
        var activities = Table.Activities.SelectMany(All).Sum(activity => activity.Total ?? 0);
        StatedBudget = Math.Min(Baht.Max, stated ?? Table.Totals?.Total ?? activities);
        if (kinds.Count == 0 && stated is > 0 and var whole)
            kinds.Add(new FundingSourceDocument(FundingKind.Office, whole).At(sources, Stated!));
        FundingSources = kinds;
    }

    private static IEnumerable<ActivityDocument> All(ActivityDocument activity) =>
        activity.SubActivities.SelectMany(All).Prepend(activity);

    private static bool IsOneSource(string text) => Office().IsMatch(text) || External().IsMatch(text);

    private static FundingKind KindOf(string text) =>
        External().IsMatch(text) ? FundingKind.External : FundingKind.Office;

    [GeneratedRegex(
        @"(จำนวน|รวม|งบประมาณ|เป็นเงิน)?\s*(?<whole>ทั้งสิ้น|ทั้งหมด)?\s*(?<amount>[0-9][0-9, ]*(\.[0-9]{1,2})?)\s*(\.\s?-\s*(บาท)?|/-|บาท|บ\.|฿)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    /// <summary>The budget in a line of its own without the word for baht: by the words for money before it, or by its comma.</summary>
    [GeneratedRegex(
        @"^(?<label>\s*([0-9๐-๙]{1,2}[.)]\s*)?((งบประมาณ|วงเงิน)(ทั้งสิ้น|ทั้งหมด|รวม|ที่ใช้|ดำเนินการ|จำนวน|[\s:])*((เป็นเงิน|จำนวนเงิน|\(บาท\))(ทั้งสิ้น|ทั้งหมด|[\s:])*|(?=[0-9๐-๙]{1,3},))|จำนวนเงิน(ทั้งสิ้น|ทั้งหมด|[\s:])*))(?<amount>[0-9๐-๙][0-9๐-๙,]*(\.[0-9๐-๙]{1,2})?)\s*\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WithoutBaht();

    /// <summary>A dash that may be a sign, or the word between two ends; not that of "5,000.-".</summary>
    [GeneratedRegex(@"(?<!\.\s?)[-–—−]\z|[0-9๐-๙]\s*(บาท\s*)?([-–—−]|ถึง)\s*\z")]
    private static partial Regex Before();

    /// <summary>Words in front of an amount that is the price of one of several, or that of a quarter: "คนละ", "x".</summary>
    [GeneratedRegex(
        @"(ละ|[x×*@])\s*\z|ไตรมาส\s*(ที่)?\s*[1-4๑-๔]\s*(จำนวน|เป็นเงิน|งบประมาณ|:)?\s*\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex UnitPrice();

    [GeneratedRegex("ภายนอก|ขอรับการสนับสนุน|เงินนอกงบประมาณ")]
    private static partial Regex External();

    [GeneratedRegex(@"งบประมาณ\s*(ของ)?\s*(สพ[ปมท]|สำนักงานเขต|เขตพื้นที่)")]
    private static partial Regex Office();

    /// <summary>The name of a source of funding in front of its amount.</summary>
    [GeneratedRegex("ภายนอก|ขอรับการสนับสนุน|เงินนอกงบประมาณ|สพ[ปมทฐ]|สำนักงานเขต|เขตพื้นที่")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*([0-9๐-๙.]+\s*)?(งบประมาณ|เงิน)")]
    private static partial Regex Source_();

    [GeneratedRegex("รายละเอียดแผน|ถัวจ่าย|แผนการใช้จ่าย|แผนการปฏิบัติงาน")]
    private static partial Regex Spoken();
}
