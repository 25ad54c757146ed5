using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// The fields of all entries about results. Figures are public. Who reported them, and the texts they wrote, are not.
/// </summary>
public abstract class ResultEntryModel<T> : Model<T>
    where T : ResultEntry
{
    protected ResultEntryModel(string description, params Expression<Func<T, object?>>[] order)
        : base(description)
    {
        Order(order);
        Key(entry => entry.Id);
        Field(entry => entry.Sequence, "Number of the entry for the same result, from 1.");
        Field(entry => entry.Kind, "The kind of entry.");
        Field(entry => entry.Result, "The reported result; null for a withdrawal.");
        Field(entry => entry.Numerator, "Numerator, if the result is a ratio.");
        Field(entry => entry.Denominator, "Denominator, if the result is a ratio; greater than zero.");
        Field(entry => entry.Evidence, "Evidence for the result.").SignedIn();
        Field(entry => entry.Note, "A note by the person who recorded the entry; for a withdrawal, the reason.")
            .SignedIn();
        Field(entry => entry.RecordedAt, "The time of recording.");
        Field(entry => entry.RecordedBy, "Who recorded the entry.").SignedIn().Personal();
        Maybe<T>(
                "previous",
                entry => entry.PreviousId,
                "The result that counted before this entry; for a withdrawal, the withdrawn one."
            )
            .NotFiltered()
            .NotSorted();
        Maybe<T>(
                "counts",
                entry => entry.CountsId,
                "The result that counted after this entry: the entry itself or an earlier one; null if there was none."
            )
            .NotFiltered()
            .NotSorted();
        GroupBy("KIND", entry => entry.Kind, "The kind of entry.");
        GroupByDate("RECORDED", entry => entry.RecordedAt, "the date of recording");
    }
}
