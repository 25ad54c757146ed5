using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>
/// Percentages beside counts. They are shares of a column's total, of a row's total or of both, or of the sum where no total
/// is printed; which one, is what most of a table's percentages agree with. In a table in which they agree with none, only what no percentage can be is
/// reported.
/// </summary>
public sealed class DatasetPercentage : FindingRule
{
    private const decimal Whole = 100;
    private const int FewestRight = 2;

    /// <summary>Labels of changes, which may be below 0 or above 100 percent.</summary>
    private static readonly string[] Changes = ["เพิ่ม", "ลด", "เปรียบเทียบ", "เปลี่ยนแปลง", "พัฒนาการ", "ผลต่าง"];

    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("percentage in a table", "ร้อยละในตาราง");

    public override LocalText Meaning { get; } =
        new(
            "A percentage in a table is not the share of the count beside it, or not between 0 and 100.",
            "ร้อยละในตารางไม่ตรงกับสัดส่วนของจำนวนที่อยู่คู่กัน หรือไม่อยู่ระหว่าง 0 ถึง 100"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from dataset in plan.Datasets
        where dataset.Code != Surveys.Topics && dataset.Observations.Any(IsPercentage)
        from fault in Check(plan, dataset)
        select fault;

    private static IEnumerable<Fault> Check(PlanFile plan, DatasetDocument dataset)
    {
        var wrong = DatasetTable
            .OfCounts(plan)
            .Where(table => table.Dataset == dataset)
            .SelectMany(table => new DatasetSums(table).Wrong().Select(sum => table.Cell(sum.At)!))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var shares = new DatasetShares(dataset).Read();
        foreach (var cell in dataset.Observations.Where(IsPercentage))
        {
            var share = shares.GetValueOrDefault(cell);
            // A wrong total is reported as such, and not again for the percentages that it makes wrong.
            if (share is not null && (wrong.Contains(share.Count) || wrong.Contains(share.Base)))
                continue;
            if (share is not null ? !share.IsRight : cell.Value is < 0 or > Whole && !cell.At.Any(IsChange))
                yield return FaultOf(plan, dataset, cell, share);
        }
    }

    public static bool IsPercentage(ObservationDocument cell) =>
        cell is { Value: not null, At.Count: > 0 }
        && (
            cell.At[^1].Contains("ร้อยละ", StringComparison.Ordinal)
            || cell.At[^1].Contains('%', StringComparison.Ordinal)
        );

    private static bool IsChange(string label) => Changes.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static Fault FaultOf(PlanFile plan, DatasetDocument dataset, ObservationDocument cell, Share? share)
    {
        var printed = Amounts.Text(cell.Value!.Value);
        return new Fault(
            DatasetTable.PlaceOf(dataset, cell.At),
            DatasetTable.LocationOf(dataset, cell.At),
            share is null
                ? new LocalText($"{printed} percent is printed.", $"พิมพ์ไว้ร้อยละ {printed}")
                : new LocalText(
                    $"{printed} percent is printed, but {Amounts.Text(share.Count.Value!.Value)} of {Amounts.Text(share.Base.Value!.Value)} are {Amounts.Text(share.Percentage)} percent.",
                    $"พิมพ์ไว้ร้อยละ {printed} แต่ {Amounts.Text(share.Count.Value!.Value)} จาก {Amounts.Text(share.Base.Value!.Value)} คิดเป็นร้อยละ {Amounts.Text(share.Percentage)}"
                )
        )
        {
            Subject = dataset,
            Stated = printed,
            Computed = share is null ? null : Amounts.Text(share.Percentage),
            Source = plan.Sources.Of(cell),
            TakeComputed = share is null
                ? null
                : file =>
                    file.EditObservation(dataset.Code, cell.At, c => Cells.Set(c, share.Percentage, signed: false)),
        };
    }

    /// <param name="Percentage">What the count makes, with as many decimals as are printed.</param>
    private sealed record Share(ObservationDocument Count, ObservationDocument Base, decimal Percentage, bool IsRight);

    /// <summary>The counts that the percentages of a table belong to, and what they are shares of.</summary>
    private sealed class DatasetShares(DatasetDocument dataset)
    {
        /// <summary>The last total that differs from other cells only in one label, by its position and the others.</summary>
        private readonly Dictionary<(int Position, string Others), ObservationDocument> rows = (
            from cell in dataset.Observations
            where !IsPercentage(cell)
            from position in Enumerable.Range(1, Math.Max(0, cell.At.Count - 1))
            where LabelAxis.IsTotal(cell.At[position])
            group cell by (position, KeyOf(Without(cell.At, position)))
        ).ToDictionary(totals => totals.Key, totals => totals.Last());

        /// <summary>The total of each column's last total row, by the labels of the column.</summary>
        private readonly Dictionary<string, ObservationDocument> columns = dataset
            .Observations.Where(cell => cell.At.Take(1).Any(LabelAxis.IsTotal) && cell.Value is > 0)
            .GroupBy(cell => KeyOf(cell.At.Skip(1)))
            .ToDictionary(column => column.Key, column => column.Last());

        public Dictionary<ObservationDocument, Share> Read()
        {
            var pairs = dataset
                .Observations.Zip(dataset.Observations.Skip(1))
                .Where(pair => AreOne(pair.First, pair.Second))
                .ToList();
            return new[]
                {
                    OfColumn,
                    OfRow,
                    OfTable,
                    OfColumnSum,
                    (Func<ObservationDocument, ObservationDocument?>)OfRowSum,
                }
                    .Select(total => Shares(pairs, total))
                    .Where(shares => Right(shares) >= FewestRight && Right(shares) * 2 > pairs.Count)
                    .MaxBy(Right)
                ?? [];
        }

        private static int Right(Dictionary<ObservationDocument, Share> shares) =>
            shares.Values.Count(share => share.IsRight);

        /// <summary>Whether two cells are a count and its percentage, side by side in a row.</summary>
        private static bool AreOne(ObservationDocument count, ObservationDocument percentage) =>
            IsPercentage(percentage)
            && !IsPercentage(count)
            && count.Value is { } value
            && decimal.IsInteger(value)
            && count.At.SkipLast(1).SequenceEqual(percentage.At.SkipLast(1));

        private static Dictionary<ObservationDocument, Share> Shares(
            List<(ObservationDocument Count, ObservationDocument Percentage)> pairs,
            Func<ObservationDocument, ObservationDocument?> totalOf
        )
        {
            var shares = new Dictionary<ObservationDocument, Share>(ReferenceEqualityComparer.Instance);
            foreach (var (count, percentage) in pairs)
            {
                if (totalOf(count) is not { } total)
                    continue;
                var exact = count.Value!.Value * Whole / total.Value!.Value;
                var decimals = Decimals(percentage.Text);
                var rounded = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
                shares.Add(
                    percentage,
                    new Share(
                        count,
                        total,
                        // A misprint may have lost its decimals.
                        decimals > 0
                            ? rounded
                            : decimal.Round(exact, 2, MidpointRounding.AwayFromZero),
                        percentage.Value == rounded
                    )
                );
            }

            return shares;
        }

        private static int Decimals(string text)
        {
            var point = text.LastIndexOf('.');
            return point < 0 ? 0 : text[(point + 1)..].Count(char.IsDigit);
        }

        private ObservationDocument? OfColumn(ObservationDocument count) =>
            columns.GetValueOrDefault(KeyOf(count.At.Skip(1)));

        private ObservationDocument? OfRow(ObservationDocument count) =>
            RowTotal(count) is { Value: > 0 } total ? total : null;

        private ObservationDocument? OfTable(ObservationDocument count) =>
            RowTotal(count) is { } total ? columns.GetValueOrDefault(KeyOf(total.At.Skip(1))) : null;

        private ObservationDocument? OfColumnSum(ObservationDocument count) =>
            columns.Count > 0 ? null : ColumnSums.GetValueOrDefault(ColumnOf(count));

        private ObservationDocument? OfRowSum(ObservationDocument count) =>
            rows.Count > 0 ? null : RowSums.GetValueOrDefault(RowOf(count));

        private Dictionary<string, ObservationDocument> ColumnSums => field ??= Sums(ColumnOf);

        private Dictionary<string, ObservationDocument> RowSums => field ??= Sums(RowOf);

        /// <summary>The sums of the counts with the same key, as totals that are not printed.</summary>
        private Dictionary<string, ObservationDocument> Sums(Func<ObservationDocument, string> keyOf) =>
            (
                from cell in dataset.Observations
                where !IsPercentage(cell)
                group cell by keyOf(cell) into parts
                let sum = parts.Aggregate((decimal?)0, (total, part) => total + part.Value)
                where sum > 0
                select (parts.Key, Sum: new ObservationDocument(parts.First().At, sum, Amounts.Text(sum.Value)))
            ).ToDictionary(sum => sum.Key, sum => sum.Sum);

        private static string ColumnOf(ObservationDocument cell) => KeyOf(cell.At.Skip(1));

        private static string RowOf(ObservationDocument cell) => KeyOf(cell.At.SkipLast(1));

        /// <summary>The total of a count's row: in a column of its own, or in the count's kind of column below a total.</summary>
        private ObservationDocument? RowTotal(ObservationDocument count) =>
            Enumerable
                .Range(1, count.At.Count - 1)
                .Select(position => rows.GetValueOrDefault((position, KeyOf(Without(count.At, position)))))
                .LastOrDefault(total => total is not null);

        private static IEnumerable<string> Without(IReadOnlyList<string> labels, int position) =>
            labels.Where((_, index) => index != position);

        private static string KeyOf(IEnumerable<string> labels) => string.Join('\n', labels);
    }
}
