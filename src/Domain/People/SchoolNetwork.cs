using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.People;

/// <summary>A network of an office's schools (เครือข่ายพัฒนาคุณภาพการศึกษา), by its name.</summary>
public sealed class SchoolNetwork : Entity
{
    private SchoolNetwork() { }

    public SchoolNetwork(Office office, string name) => (OfficeId, Name) = (office.Id, name);

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public string Name { get; private set; } = "";

    public void Rename(string name) => Name = name;
}
