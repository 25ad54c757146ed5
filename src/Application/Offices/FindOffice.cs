using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

/// <summary>The office with this code ("TH-43-P2"), or null.</summary>
public sealed record FindOffice(string Code) : IQuery<Office?>;

public sealed class FindOfficeHandler(IReadStore store) : IQueryHandler<FindOffice, Office?>
{
    public async ValueTask<Office?> Handle(FindOffice query, CancellationToken cancellationToken)
    {
        var found = store.Set<Office>().Where(office => office.Code == query.Code);
        return (await store.ListAsync(found, cancellationToken)).SingleOrDefault();
    }
}
