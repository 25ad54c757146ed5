using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>Refuses filters that are too large or too deep for PostgreSQL to plan.</summary>
internal static class FilterSize
{
    public static void Check(ObjectInput where)
    {
        var conditions = 0;
        Visit(where, 1, ref conditions);
    }

    private static void Visit(Input value, int depth, ref int conditions)
    {
        if (depth > FilterLimits.MaxDepth || conditions > FilterLimits.MaxConditions)
            throw FilterLimits.TooLarge();
        switch (value)
        {
            case ObjectInput members:
                foreach (var member in members.Members)
                {
                    conditions++;
                    Visit(member.Value, depth + 1, ref conditions);
                }

                break;
            case ListInput { Items: var items }:
                if (items.Count > FilterLimits.MaxValues)
                    throw FilterLimits.TooManyValues();
                // Visits the objects of "and" and "or". A list of plain values counts as one condition.
                foreach (var inner in items.OfType<ObjectInput>())
                    Visit(inner, depth, ref conditions);
                break;
        }
    }
}
