using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>What all entries about results tell. The figures are open; who reported them, and what they wrote to it, is not.</summary>
public abstract class ResultEntryModel<T> : Model<T>
    where T : ResultEntry
{
    protected ResultEntryModel(string description, params Expression<Func<T, object?>>[] order)
        : base(description)
    {
        Order(order);
        Key(entry => entry.Id);
        Field(entry => entry.Sequence, "Counts the entries about the same result, from 1.");
        Field(entry => entry.Kind, "What was recorded.");
        Field(entry => entry.Result, "What was reported; null of a withdrawal.");
        Field(entry => entry.Numerator, "What the result is a share of the denominator by.");
        Field(entry => entry.Denominator, "Above zero; with a numerator or not at all.");
        Field(entry => entry.Evidence, "Where the result can be seen to be right.").SignedIn();
        Field(entry => entry.Note, "In the words of who recorded it; of a withdrawal, why.").SignedIn();
        Field(entry => entry.RecordedAt, "When.");
        Field(entry => entry.RecordedBy, "By whom.").SignedIn().Personal();
        Maybe<T>(
                "previous",
                entry => entry.PreviousId,
                "The result that counted before it; of a withdrawal, the one that it takes back."
            )
            .NotFiltered()
            .NotSorted();
        Maybe<T>(
                "counts",
                entry => entry.CountsId,
                "The result that counted after it: itself, or an earlier one; null where none did."
            )
            .NotFiltered()
            .NotSorted();
        GroupBy("KIND", entry => entry.Kind, "What was recorded.");
        GroupByDate("RECORDED", entry => entry.RecordedAt, "the day it was recorded");
    }
}
