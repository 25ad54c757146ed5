using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>
/// Reads the office's strategic plan: from vision to success factors, and the strategies with everything below them.
/// </summary>
internal sealed class StrategicPlanReader(IReadOnlyList<Chunk> chunks, SourceMap sources)
{
    /// <summary>The placeholder for the strategy of projects that print none, with number 0.</summary>
    public const string NoStrategy = "(ไม่ระบุกลยุทธ์)";

    private readonly SortedDictionary<int, Draft> strategies = [];

    /// <summary>The plan with the placeholder for projects without a printed strategy.</summary>
    public static StrategicPlanDocument WithoutStrategy(StrategicPlanDocument plan, SourceMap sources) =>
        sources.Follow(plan, plan with { Strategies = [new StrategyDocument(0, NoStrategy), .. plan.Strategies] });

    public StrategicPlanDocument Read(int fiscalYear)
    {
        foreach (var chunk in chunks.Where(chunk => chunk.Strategy is not null))
            TakeStrategy(chunk);
        var vision = Single(HeadingKind.Vision);
        var values = Single(HeadingKind.Values);
        var documents = strategies.Select(pair => pair.Value.Document(pair.Key, sources)).ToList();
        var years = documents
            .SelectMany(strategy => strategy.Indicators)
            .SelectMany(indicator => indicator.Targets)
            .Select(target => target.FiscalYear)
            .DefaultIfEmpty(fiscalYear)
            .ToList();
        var plan = new StrategicPlanDocument(
            years.Min(),
            years.Max(),
            vision is null ? null : Limits.Text(vision.Text),
            values is null ? null : Limits.Text(values.Text),
            documents
        )
        {
            Missions = List(HeadingKind.Missions),
            Goals = List(HeadingKind.Goals),
            SuccessFactors = List(HeadingKind.SuccessFactors),
        };
        if (vision is not null)
            plan.At(sources, vision, "vision");
        if (values is not null)
            plan.At(sources, values, "values");
        return plan;
    }

    private Passage? Single(HeadingKind kind)
    {
        if (chunks.FirstOrDefault(chunk => chunk.Kind == kind) is not { } chunk)
            return null;
        var passage = new Passage();
        foreach (var (text, cell) in Texts(chunk))
            passage.Append(text, cell);
        return passage.IsEmpty ? null : passage;
    }

    private IReadOnlyList<NumberedTextDocument> List(HeadingKind kind) =>
        chunks.FirstOrDefault(chunk => chunk.Kind == kind) is { } chunk
            ? ItemList.Documents(ItemList.Of(chunk.TextCells), sources)
            : [];

    /// <summary>The text after the heading in its line, in the next cell, and below it.</summary>
    private static IEnumerable<(string Text, Cell Cell)> Texts(Chunk chunk)
    {
        if (chunk.Heading.Rest.Length > 0)
            yield return (chunk.Heading.Rest, chunk.HeadingRow!.First);
        if (chunk.HeadingRow?.Filled.Skip(1).FirstOrDefault() is { } beside)
            yield return (beside.Flat, beside);
        foreach (var cell in chunk.TextCells)
            yield return (cell.Flat, cell);
    }

    private void TakeStrategy(Chunk chunk)
    {
        if (!strategies.TryGetValue(chunk.Strategy!.Value, out var draft))
            strategies.Add(chunk.Strategy.Value, draft = new Draft());
        switch (chunk.Kind)
        {
            case HeadingKind.Strategy:
                draft.TakeName(chunk);
                break;
            case HeadingKind.StrategicObjectives:
                draft.Objectives.AddRange(ItemList.Documents(ItemList.Of(chunk.TextCells), sources));
                break;
            case HeadingKind.Indicators:
                draft.IndicatorTables.AddRange(chunk.Tables);
                break;
            case HeadingKind.Guidelines when draft.Guidelines.Count == 0:
                draft.Guidelines.AddRange(GuidelineTable.Read(chunk, sources));
                break;
        }
    }

    private sealed class Draft
    {
        private Passage? name;
        private Cell? number;

        public List<NumberedTextDocument> Objectives { get; } = [];

        public List<Table> IndicatorTables { get; } = [];

        public List<GuidelineDocument> Guidelines { get; } = [];

        /// <summary>The name may continue in the next line.</summary>
        public void TakeName(Chunk chunk)
        {
            number ??= chunk.HeadingRow!.First;
            var printed = new Passage(chunk.Heading.Title, chunk.HeadingRow!.Filled.Last());
            foreach (var row in chunk.Rows.TakeWhile(row => row.Table is null && row.First.Marker is null))
            {
                if (row.AfterBlank && !printed.IsEmpty)
                    break;
                printed.Append(row.First.Flat, row.First);
            }

            name ??= printed;
        }

        public StrategyDocument Document(int place, SourceMap sources)
        {
            var document = new StrategyDocument(place, Limits.Name(name?.Text ?? $"กลยุทธ์ที่ {place}"))
            {
                Objectives = Objectives,
                Indicators = IndicatorTable.Read(IndicatorTables, sources),
                Guidelines = Guidelines,
            }.At(sources, name ?? new Passage());
            return number is null ? document : document.At(sources, number, "number");
        }
    }
}
