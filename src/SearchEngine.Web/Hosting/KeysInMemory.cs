using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace SearchEngine.Web.Hosting;

/// <summary>
/// Keeps the framework's protection keys in memory. Nothing here is protected with them; without this the framework
/// would write them into the home directory of a process that is to write nothing.
/// </summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];
    private readonly Lock _gate = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
            return [.. _keys.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
            _keys.Add(new XElement(element));
    }
}
