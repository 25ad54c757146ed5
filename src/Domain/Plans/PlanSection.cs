using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A heading of a plan's document and the running text below it, up to the next heading.</summary>
public sealed class PlanSection : Entity, IInOrder
{
    private readonly List<PlanSectionText> items = [];

    public Guid DevelopmentPlanId { get; private set; }

    public int Position { get; private set; }

    /// <summary>The number as printed, with Arabic digits: "2.4.1"; null if none is printed.</summary>
    public string? Number { get; private init; }

    public string Heading { get; private init; } = "";

    /// <summary>The depth, from 1: a part (ส่วนที่) has level 1.</summary>
    public int Level { get; private set; }

    /// <summary>Paragraphs and list items.</summary>
    public IReadOnlyList<PlanSectionText> Items => items;

    internal static void Merge(List<PlanSection> sections, IReadOnlyList<SectionDocument> documents) =>
        Common.Merge.Into(
            sections,
            documents,
            section => (section.Number, section.Heading),
            document => (document.Number, document.Heading),
            document => new PlanSection { Number = document.Number, Heading = document.Heading },
            (section, document, position) => section.Apply(document, position)
        );

    private void Apply(SectionDocument document, int position)
    {
        (Level, Position) = (document.Level, position);
        Common.Merge.Into(
            items,
            document.Items,
            text => text.Number,
            text => text.Number,
            _ => new PlanSectionText(),
            (text, stated, place) => text.Apply(stated.Number, stated.Text, place)
        );
    }
}

public sealed class PlanSectionText : NumberedText
{
    public Guid PlanSectionId { get; private set; }
}
