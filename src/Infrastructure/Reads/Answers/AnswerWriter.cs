using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>What shapes write with: the JSON, what the statements found, and where in the answer they are.</summary>
public sealed class AnswerWriter(JsonBuffer json, AccessControl access, bool prefersThai, int maxItems)
{
    private readonly Stack<object> path = new();
    private int items;

    public JsonBuffer Json => json;

    public AccessControl Access => access;

    /// <summary>Whether texts for people are told in Thai.</summary>
    public bool PrefersThai => prefersThai;

    /// <summary>What went wrong in fields, by their paths.</summary>
    public List<FieldFailure> Failures { get; } = [];

    /// <summary>By the numbers of the statements.</summary>
    internal Found[] Found { get; set; } = [];

    /// <summary>By the numbers of the statements: why one has found nothing; null where it has.</summary>
    internal Exception?[] StatementFailures { get; set; } = [];

    internal Exception? FailureOf(int statement) => StatementFailures[statement];

    public void Enter(object step) => path.Push(step);

    public void Leave() => path.Pop();

    /// <summary>How deep the place lies that is being written.</summary>
    public int Depth => path.Count;

    /// <summary>Leaves everything that was entered since.</summary>
    public void Leave(int depth)
    {
        while (path.Count > depth)
            path.Pop();
    }

    /// <summary>Counts an item of a list of the answer; ends the operation where there are too many.</summary>
    public void CountItem()
    {
        if (++items > maxItems)
            throw new AnswerTooLargeException();
    }

    /// <summary>Notes what went wrong at a field of the place that is being written.</summary>
    public void Fail(FieldShape field, Exception exception) =>
        Failures.Add(new FieldFailure([.. path.Reverse(), field.Key], field.Position, exception));

    /// <summary>Notes that a field was asked for by somebody who may not read it.</summary>
    /// <param name="what">"StaffMember.position".</param>
    public void Refuse(FieldShape field, string what, AccessRule rule)
    {
        try
        {
            access.Demand(what, rule);
        }
        catch (AccessRefusedException refusal)
        {
            Fail(field, refusal);
        }
    }

    /// <summary>Notes what went wrong at the place that is being written.</summary>
    public void FailHere(FieldShape field, Exception exception) =>
        Failures.Add(new FieldFailure([.. path.Reverse()], field.Position, exception));
}

/// <summary>The answer would hold more list items than may be.</summary>
public sealed class AnswerTooLargeException : Exception;

/// <summary>What went wrong in a field.</summary>
/// <param name="Path">From the root: names in the answer, and places in lists.</param>
/// <param name="Position">Of the field in the document, from 0.</param>
public sealed record FieldFailure(IReadOnlyList<object> Path, int Position, Exception Exception);
