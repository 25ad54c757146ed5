namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>The rows that a command works on, read and locked until the transaction ends.</summary>
public interface IOpened
{
    /// <summary>The codes of the offices that the rows belong to. The caller needs the role for each of them.</summary>
    IEnumerable<string> Offices { get; }
}

/// <summary>Rows of no office: the ministry's catalogue, access tokens, and the service's own maintenance.</summary>
public sealed record OfNoOffice<T>(T Subject) : IOpened
{
    public IEnumerable<string> Offices => [];
}
