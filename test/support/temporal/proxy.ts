import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A port that leads to a server, and can be closed for a while as a firewall or a restart would. */
export interface Proxy {
  readonly address: string;
  /** Cuts what is open and refuses what comes, until `open`. */
  refuse(): Promise<void>;
  open(): Promise<void>;
}

/** Stands before `target`, such as `127.0.0.1:7233`; closed for good by `refuse`. */
export async function startProxy(target: string): Promise<Proxy> {
  const [host = '', targetPort = ''] = target.split(':');
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    const far = connect(Number(targetPort), host);
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const refuse = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { address: `127.0.0.1:${port}`, refuse, open: () => listen(port) };
}
