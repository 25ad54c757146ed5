using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>What an office asks, and the result, name nobody, and are as public as the offering.</summary>
public sealed class QuestionnaireModel : Model<Questionnaire>
{
    public QuestionnaireModel()
        : base("The questions about satisfaction that people who were in an offering answer anonymously.")
    {
        SeenBy(WithId<Offering>(one => one.OfferingId));
        Lists("Questionnaires");
        LongList();
        Order(one => one.FiscalYear);
        Root("questionnaires", "The questionnaires of all offices, by fiscal year.");
        Key(one => one.Id);
        RootById("questionnaire", "The questionnaire with this id, or null.");
        One<Offering>("offering", one => one.OfferingId, "The offering.");
        Maybe<Office>("office", one => one.OfficeId, "The office; null if nothing of it is published yet.");
        Field(one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).").Indexed();
        Field(one => one.Title, "In Thai.");
        Field(one => one.Status, "Whether people answer.");
        Field(one => one.Version, "Increases with each change of the questionnaire itself, from 1.");
        Field(one => one.OpenedAt, "When it was opened, if it was.");
        Field(one => one.ClosedAt, "When it was closed, if it was.");
        Many<QuestionnaireItem>("items", item => item.QuestionnaireId, item => item.Number, "The items, in order.");
        Many<QuestionnaireResult>(
                "result",
                result => result.QuestionnaireId,
                result => result.Answers,
                "What the answers came to; null until it is closed, and if fewer than five people answered."
            )
            .First();
        Page<QuestionnaireComment>(
            "comments",
            comment => comment.QuestionnaireId,
            "What people wrote, in an order drawn by lot, once there is a result; for the office's development officers."
        );
        Page<QuestionnaireAnswer>(
            "answers",
            answer => answer.QuestionnaireId,
            "Who has answered, of those whom the caller sees; not what."
        );
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).");
        GroupBy("STATUS", one => one.Status, "Whether people answer.");
    }
}

public sealed class QuestionnaireItemModel : Model<QuestionnaireItem>
{
    public QuestionnaireItemModel()
        : base("A question; it is answered by a score of 1, the least, to 5.")
    {
        SeenBy(Seen.WithParent);
        Field(item => item.Number, "From 1.");
        Field(item => item.Text, "In Thai.");
    }
}

public sealed class QuestionnaireResultModel : Model<QuestionnaireResult>
{
    private const string Deviation =
        "The standard deviation of a sample, computed from the counts of all scores; up to six decimals.";

    public QuestionnaireResultModel()
        : base("What the answers to a questionnaire came to. It never changes.")
    {
        SeenBy(Seen.WithParent);
        Field(result => result.Answers, "Number of people who answered, five at least.");
        Field(result => result.Mean, "The mean of the scores of all items; up to six decimals.");
        Field(result => result.Deviation, Deviation);
        One<SatisfactionBand>("band", result => result.BandId, "The band of the mean before it is rounded.");
        Many<QuestionnaireItemResult>("items", item => item.ResultId, item => item.Number, "The items, in order.");
    }
}

public sealed class QuestionnaireItemResultModel : Model<QuestionnaireItemResult>
{
    public QuestionnaireItemResultModel()
        : base("What the answers to one item came to.")
    {
        SeenBy(Seen.WithParent);
        Field(item => item.Number, "The number of the item.");
        Field(item => item.Text, "The text of the item.");
        Field(item => item.Answers, "Number of people who answered: all who answered the questionnaire.");
        Field(item => item.Mean, "The mean of the scores; up to six decimals.");
        Field(item => item.Deviation, "The standard deviation of a sample; up to six decimals.");
        One<SatisfactionBand>("band", item => item.BandId, "The band of the mean before it is rounded.");
    }
}

/// <summary>People may write who they are, or about others, so it is read as what is about people.</summary>
public sealed class QuestionnaireCommentModel : Model<QuestionnaireComment>
{
    public QuestionnaireCommentModel()
        : base("What somebody who answered a questionnaire wrote; who, is not kept.")
    {
        SeenBy(OwnPeople(comment => comment.OfficeId));
        Lists("QuestionnaireComments");
        Order(comment => comment.Number);
        Key(comment => comment.Id);
        Field(comment => comment.Number, "Its place in an order drawn by lot, from 1.").Personal();
        Field(comment => comment.Text, "As it was written.").Personal();
    }
}

public sealed class QuestionnaireAnswerModel : Model<QuestionnaireAnswer>
{
    public QuestionnaireAnswerModel()
        : base("That somebody has answered a questionnaire; what and when, is not kept.")
    {
        // Next to a result on which all agree, the list of those who answered would tell what each answered.
        SeenBy(
            Seen.Either(
                Seen.Both(
                    OwnPeople(answer => answer.OfficeId),
                    Unless(answer => RowOf.Id<Questionnaire>(answer.QuestionnaireId).Status, QuestionnaireStatus.Closed)
                ),
                Oneself(answer => answer.PersonId)
            )
        );
        Lists("QuestionnaireAnswers");
        Order(answer => answer.FiscalYear);
        Root("questionnaireAnswers", "Who has answered, of those whom the caller sees, by fiscal year.");
        Key(answer => answer.Id);
        Maybe<Questionnaire>("questionnaire", answer => answer.QuestionnaireId, "The questionnaire.").Personal();
        Field(answer => answer.FiscalYear, "The fiscal year of the offering (Buddhist era).").Personal();
        Maybe<Enrollment>("enrollment", answer => answer.EnrollmentId, "The enrolment that has answered.").Personal();
        Maybe<Person>("person", answer => answer.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
    }
}

public sealed class SatisfactionScaleModel : Model<SatisfactionScale>
{
    public SatisfactionScaleModel()
        : base("How a mean of scores from 1 to 5 is put into words, from a day on.")
    {
        SeenBy(Seen.All);
        Lists("SatisfactionScales");
        Order(scale => scale.ValidFrom);
        Root("satisfactionScales", "All scales, by their first day; each is in use until the next one is.");
        Key(scale => scale.Id);
        Field(scale => scale.ValidFrom, "The first day: questionnaires that are closed on it or later use the scale.");
        Field(scale => scale.Source, "The document that defines it.");
        Many<SatisfactionBand>("bands", band => band.ScaleId, band => band.Number, "The bands, the lowest first.");
    }
}

public sealed class SatisfactionBandModel : Model<SatisfactionBand>
{
    public SatisfactionBandModel()
        : base("A range of means in a scale.")
    {
        SeenBy(Seen.All);
        Field(band => band.Number, "1 for the lowest.");
        Field(band => band.Name, "In Thai.");
        Field(band => band.Lowest, "The lowest mean that has it; the next band's lowest mean does not.");
    }
}
