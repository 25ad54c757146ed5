using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Events.After;

/// <summary>
/// The questions about satisfaction that people who were in an offering answer, without it being kept who answered what.
/// One of an offering; it is closed once, and nothing changes after that.
/// </summary>
public sealed class Questionnaire : Entity, IOfFiscalYear
{
    /// <summary>The scores of an item are 1 to this.</summary>
    public const int HighestScore = 5;

    public const int MostItems = 50;

    private readonly List<QuestionnaireItem> items = [];

    private Questionnaire() { }

    public Questionnaire(Offering offering) =>
        (OfferingId, OfficeId, FiscalYear) = (offering.Id, offering.OfficeId, offering.FiscalYear);

    public Guid OfferingId { get; private init; }

    public Offering Offering { get; private init; } = null!;

    /// <summary>The office of the offering.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The fiscal year of the offering (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public string Title { get; private set; } = "";

    public QuestionnaireStatus Status { get; private set; }

    /// <summary>Increases with each change of the questionnaire itself, from 1; answers do not change it.</summary>
    public int Version { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>All of them are answered, or none, so each has the same number of answers.</summary>
    public IReadOnlyList<QuestionnaireItem> Items => items;

    /// <summary>Replaces the title and the items. Null unless it is refused.</summary>
    public DomainError? Save(string title, IReadOnlyList<string> texts)
    {
        if (Status != QuestionnaireStatus.Draft)
            return AfterStates.NotPossible(Status, QuestionnaireStatus.Draft);
        Title = title;
        items.Clear();
        items.AddRange(texts.Select((text, index) => new QuestionnaireItem(Id, index + 1, text)));
        Version++;
        return null;
    }

    /// <summary>From now on people answer. Null unless it is refused.</summary>
    /// <param name="isHeld">Whether attendance was recorded of a session.</param>
    public DomainError? Open(bool isHeld, DateTimeOffset now)
    {
        if (Status != QuestionnaireStatus.Draft)
            return AfterStates.NotPossible(Status, QuestionnaireStatus.Draft);
        if (!isHeld)
            return AfterStates.NotHeld;
        (Status, OpenedAt, Version) = (QuestionnaireStatus.Open, now, Version + 1);
        return null;
    }

    /// <summary>Ends it for good. Null unless it is refused.</summary>
    public DomainError? Close(DateTimeOffset now)
    {
        if (Status != QuestionnaireStatus.Open)
            return AfterStates.NotPossible(Status, QuestionnaireStatus.Open);
        (Status, ClosedAt, Version) = (QuestionnaireStatus.Closed, now, Version + 1);
        return null;
    }

    /// <summary>Why the scores are no answer; null if they are one.</summary>
    public DomainError? Refusal(IReadOnlyList<int> scores)
    {
        if (Status != QuestionnaireStatus.Open)
            return AfterStates.NotPossible(Status, QuestionnaireStatus.Open);
        return scores.Count == items.Count && scores.All(score => score is >= 1 and <= HighestScore)
            ? null
            : AfterInputs.ScoresOf(items.Count);
    }
}

/// <summary>A question.</summary>
public sealed class QuestionnaireItem : Entity
{
    private QuestionnaireItem() { }

    internal QuestionnaireItem(Guid questionnaireId, int number, string text) =>
        (QuestionnaireId, Number, Text) = (questionnaireId, number, text);

    public Guid QuestionnaireId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public string Text { get; private init; } = "";
}

public enum QuestionnaireStatus
{
    Draft,
    Open,
    Closed,
}

/// <summary>
/// That somebody answered. Its id is random, and it has no time: nothing leads from it to what was answered, which is kept as
/// counts.
/// </summary>
public sealed class QuestionnaireAnswer : Entity
{
    private QuestionnaireAnswer() { }

    public Guid QuestionnaireId { get; private init; }

    public Questionnaire Questionnaire { get; private init; } = null!;

    /// <summary>The office of the offering.</summary>
    public Guid OfficeId { get; private init; }

    /// <summary>The fiscal year of the offering (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid EnrollmentId { get; private init; }

    public Enrollment Enrollment { get; private init; } = null!;

    public Guid PersonId { get; private init; }
}
