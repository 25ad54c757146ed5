using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>All texts of a plan, in order: names, lists, running text.</summary>
internal static class PlanTexts
{
    public static IEnumerable<PlanText> Of(PlanFile plan) =>
        [
            .. Strategic(plan),
            .. Development(plan),
            .. SectionTexts(plan),
            .. plan.DevelopmentPlan.Projects.SelectMany(project => ProjectTexts.Of(plan, project)),
            .. plan.Datasets.Select(dataset => DatasetTitle(plan, dataset)),
        ];

    /// <summary>The headings and items of the sections.</summary>
    public static IEnumerable<PlanText> SectionTexts(PlanFile plan)
    {
        var sections = plan.DevelopmentPlan.Sections;
        for (var i = 0; i < sections.Count; i++)
        {
            var (index, section) = (i, sections[i]);
            yield return new PlanText(
                Sections.Key(index),
                Sections.Location(section),
                section.Heading,
                section,
                plan.Sources.Of(section),
                (file, text) => EditSection(file, index, s => s with { Heading = text })
            );
            for (var j = 0; j < section.Items.Count; j++)
            {
                var (place, item) = (j, section.Items[j]);
                yield return new PlanText(
                    $"{Sections.Key(index)}/item {place + 1}",
                    Sections.Location(section).And(Labels.Item(plan, item)),
                    item.Text,
                    section,
                    plan.Sources.Of(item),
                    (file, text) =>
                        EditSection(file, index, s => s with { Items = SetText(file.Sources, s.Items, place, text) })
                );
            }
        }
    }

    public static IReadOnlyList<NumberedTextDocument> SetText(
        SourceMap sources,
        IReadOnlyList<NumberedTextDocument> items,
        int index,
        string text
    ) => Edits.ReplaceAt(sources, items, index, item => item with { Text = text });

    private static PlanFile EditSection(PlanFile plan, int index, Func<SectionDocument, SectionDocument> edit) =>
        plan.EditDevelopmentPlan(d => d with { Sections = Edits.ReplaceAt(plan.Sources, d.Sections, index, edit) });

    private static IEnumerable<PlanText> Strategic(PlanFile plan)
    {
        var strategic = plan.StrategicPlan;
        if (strategic.Vision is { } vision)
            yield return Plain(plan, "vision", new("vision", "วิสัยทัศน์"), vision, strategic);
        var lists = new (string Place, LocalText Location, IReadOnlyList<NumberedTextDocument> Items)[]
        {
            ("missions", new("missions", "พันธกิจ"), strategic.Missions),
            ("goals", new("goals", "เป้าประสงค์"), strategic.Goals),
            ("successFactors", new("success factors", "ปัจจัยแห่งความสำเร็จ"), strategic.SuccessFactors),
        };
        foreach (var text in lists.SelectMany(list => List(plan, list.Place, list.Location, list.Items)))
            yield return text;
        foreach (var strategy in strategic.Strategies)
        {
            var (place, name) = (
                $"strategy {strategy.Number}",
                new LocalText($"strategy {strategy.Number}", $"กลยุทธ์ที่ {strategy.Number}")
            );
            yield return Plain(plan, place, name, strategy.Name, strategy);
            foreach (var text in List(plan, place + "/objectives", name, strategy.Objectives))
                yield return text;
            foreach (var i in strategy.Indicators)
                yield return Plain(plan, $"{place}/indicator {i.Number}", Labels.Indicator(strategy, i), i.Name, i);
            foreach (var guideline in strategy.Guidelines)
            {
                yield return Plain(
                    plan,
                    $"{place}/guideline {guideline.Number}",
                    name.And($"guideline {guideline.Number}", $"แนวทางที่ {guideline.Number}"),
                    guideline.Text,
                    guideline
                );
            }
        }
    }

    private static IEnumerable<PlanText> Development(PlanFile plan)
    {
        var development = plan.DevelopmentPlan;
        yield return new PlanText(
            "title",
            new("title of the plan", "ชื่อแผน"),
            development.Title,
            null,
            plan.Sources.Of(development),
            (file, text) => file.EditDevelopmentPlan(d => d with { Title = text })
        );
        foreach (var text in List(plan, "needs", new("needs", "ความต้องการในการพัฒนา"), development.Needs))
            yield return text;
        foreach (var text in List(plan, "focusPoints", new("focus points", "จุดเน้น"), development.FocusPoints))
            yield return text;
        for (var i = 0; i < development.Calendar.Count; i++)
        {
            var (index, step) = (i, development.Calendar[i]);
            yield return new PlanText(
                $"calendar/{step.Number}",
                Labels.Named(new("calendar, step", "ปฏิทินการดำเนินงาน ขั้นตอน"), step.Name),
                step.Name,
                step,
                plan.Sources.Of(step),
                (file, text) =>
                    file.EditDevelopmentPlan(d =>
                        d with
                        {
                            Calendar = Edits.ReplaceAt(file.Sources, d.Calendar, index, s => s with { Name = text }),
                        }
                    )
            );
        }
    }

    private static PlanText DatasetTitle(PlanFile plan, DatasetDocument dataset) =>
        new(
            $"dataset {dataset.Code}",
            Labels.Dataset(dataset).And("title", "ชื่อตาราง"),
            dataset.Title,
            dataset,
            plan.Sources.Of(dataset),
            (file, text) => file.EditDataset(dataset.Code, d => d with { Title = text })
        );

    private static IEnumerable<PlanText> List(
        PlanFile plan,
        string place,
        LocalText location,
        IReadOnlyList<NumberedTextDocument> items
    ) =>
        items.Select(
            (item, i) => Plain(plan, $"{place}/item {i + 1}", location.And(Labels.Item(plan, item)), item.Text, item)
        );

    private static PlanText Plain(PlanFile plan, string place, LocalText location, string text, object part) =>
        new(place, location, text, part, plan.Sources.Of(part));
}
