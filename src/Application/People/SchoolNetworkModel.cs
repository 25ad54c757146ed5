using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

public sealed class SchoolNetworkModel : Model<SchoolNetwork>
{
    public SchoolNetworkModel()
        : base("A network of an office's schools (กลุ่มเครือข่าย).")
    {
        SeenBy(WithId<Office>(network => network.OfficeId));
        Lists("SchoolNetworks");
        Order(network => network.Name);
        Root("schoolNetworks", "Networks of schools of all offices, by name in Thai order.");
        Key(network => network.Id);
        RootById("schoolNetwork", "The network with this id, or null.");
        One<Office>("office", network => network.OfficeId, "The office that the schools belong to.");
        Field(network => network.Name, "The name.");
        Page<School>("schools", school => school.NetworkId, "The schools of the network, by code.");
        GroupByOffice(network => network.Office);
    }
}
