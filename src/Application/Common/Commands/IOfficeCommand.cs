namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>
/// A command for an office that it names by its code. The caller's role is checked before it is looked up whether there is such
/// an office, so that the answer does not tell.
/// </summary>
public interface IOfficeCommand
{
    string OfficeCode { get; }
}
