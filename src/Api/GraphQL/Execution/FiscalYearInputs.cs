using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Refuses years of the Gregorian calendar wherever a read takes a fiscal year: in arguments such as
/// <c>fiscalYear: 2023</c>, and in conditions on such fields. They would find nothing, without saying why.
/// </summary>
internal static class FiscalYearInputs
{
    /// <param name="name">The argument, or the field of an input object.</param>
    /// <returns>The same input, whose years are checked when they are bound.</returns>
    public static Input Checked(string name, Input input)
    {
        var isYear = FiscalYears.IsNamed(name);
        return input switch
        {
            ObjectInput members => new ObjectInput([
                .. members.Members.Select(member =>
                    KeyValuePair.Create(member.Key, Checked(isYear ? name : member.Key, member.Value))
                ),
            ]),
            ListInput list => new ListInput(
                [.. list.Items.Select(item => Checked(name, item))],
                list.Bind is { } bind && isYear ? request => bind(request).Select(year => Year(name, year)) : list.Bind
            ),
            ScalarInput { IsNull: false } scalar when isYear => scalar with
            {
                Bind = request => Year(name, scalar.Bind(request)),
            },
            _ => input,
        };
    }

    private static object? Year(string name, object? value) =>
        value is int year && FiscalYears.IsGregorian(year) ? throw FiscalYears.Refused(year, name) : value;
}
