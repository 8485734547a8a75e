from collections import deque

now = 0          # what the clock says
ready = deque()  # what can run now, in order
timers = []      # what has to wait

def call_soon(callback):
    ready.append(callback)

def call_later(delay, callback):
    timers.append((now + delay, callback))
    timers.sort(key=lambda timer: timer[0])

def run():
    global now
    while ready or timers:
        if not ready:
            # a real loop sleeps until then
            now = timers[0][0]
        while timers and timers[0][0] <= now:
            when, callback = timers.pop(0)
            ready.append(callback)
        for _ in range(len(ready)):
            callback = ready.popleft()
            callback()

def hello():
    print("Hello ...")
    call_later(1, world)

def world():
    print("... World!")

call_soon(hello)
call_soon(hello)
run()
print("nothing is left to do, at", now, "s")
